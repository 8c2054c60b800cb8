import { boolean, doublePrecision, numeric, pgTable, primaryKey, smallint, text } from 'drizzle-orm/pg-core';
import type { AliasOrigin, LocationBasis, ZoneLevel } from './zone.ts';

export const zones = pgTable('zone', {
  code: text().primaryKey(),
  catalogueCode: text('catalogue_code'),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  nameEnByRule: boolean('name_en_by_rule').notNull().default(true),
  shortZh: text('short_zh'),
  level: text().$type<ZoneLevel>().notNull(),
  type: text().notNull(),
  provinceCode: text('province_code').notNull(),
  cityCode: text('city_code'),
  districtCode: text('district_code'),
  approvedYear: smallint('approved_year'),
  approvedMonth: smallint('approved_month'),
  areaHectares: numeric('area_hectares', { mode: 'number' }),
  industriesZh: text('industries_zh').notNull().default(''),
  lng: doublePrecision(),
  lat: doublePrecision(),
  locationBasis: text('location_basis').$type<LocationBasis>(),
  onEtdzList2024: boolean('on_etdz_list_2024').notNull().default(false),
  standardNameZh: text('standard_name_zh'),
});

export const zoneAliases = pgTable(
  'zone_alias',
  { zoneCode: text('zone_code').notNull(), alias: text().notNull(), origin: text().$type<AliasOrigin>().notNull() },
  (table) => [primaryKey({ columns: [table.zoneCode, table.alias] })],
);

export const zoneIndustries = pgTable(
  'zone_industry',
  {
    zoneCode: text('zone_code').notNull(),
    term: text().notNull(),
    termEn: text('term_en').notNull().default(''),
    industryCode: text('industry_code'),
    position: smallint().notNull(),
  },
  (table) => [primaryKey({ columns: [table.zoneCode, table.term] })],
);
