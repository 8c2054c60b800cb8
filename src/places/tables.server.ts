import { doublePrecision, pgTable, text } from 'drizzle-orm/pg-core';
import type { PlaceLevel } from './place.ts';

export const places = pgTable('place', {
  code: text().primaryKey(),
  level: text().$type<PlaceLevel>().notNull(),
  nameZh: text('name_zh').notNull(),
  nameEn: text('name_en').notNull(),
  provinceCode: text('province_code').notNull(),
  cityCode: text('city_code'),
  lng: doublePrecision(),
  lat: doublePrecision(),
});
