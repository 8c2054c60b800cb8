-- Provinces, cities and districts by their six-digit GB/T 2260 code; coordinates are WGS-84.
create table place (
  code text primary key check (code ~ '^\d{6}$'),
  level text not null check (level in ('province', 'city', 'district')),
  name_zh text not null,
  name_en text not null,
  province_code text not null references place,
  city_code text references place,
  lng double precision,
  lat double precision
);
create index place_by_parent on place (province_code, level, code);
create index place_by_name on place (name_zh);

-- Our own list of leading industries, each mapped to GB/T 4754-2017 divisions and ISIC Rev.4.
create table industry (
  code text primary key,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  gbt4754 text[] not null,
  isic text[] not null
);

-- Development zones by their national code (GB/T 37028-2018). The tenant.
create table zone (
  code text primary key check (code ~ '^\d{8}$'),
  catalogue_code text,
  name_zh text not null,
  name_en text not null,
  -- How the English name came to be: by rule, or corrected by a person.
  name_en_by_rule boolean not null default true,
  short_zh text,
  level text not null check (level in ('national', 'provincial')),
  -- The three digits of the standard: 101 economic and technological, 103 high-tech, 299 other provincial …
  type text not null check (type ~ '^\d{3}$'),
  province_code text not null references place,
  city_code text references place,
  district_code text references place,
  approved_year smallint,
  approved_month smallint check (approved_month between 1 and 12),
  area_hectares numeric(12, 2),
  industries_zh text not null default '',
  lng double precision,
  lat double precision,
  -- `own` is the zone's own point; `place` is the centre of its county or city, and is shown as approximate.
  location_basis text check (location_basis in ('own', 'place')),
  on_etdz_list_2024 boolean not null default false,
  -- The name the standard gives this code, for a zone that became a national one after it and kept its code.
  standard_name_zh text
);
create index zone_by_place on zone (province_code, city_code, code);
create index zone_by_name on zone (name_zh);

create table zone_alias (
  zone_code text not null references zone on delete cascade,
  alias text not null,
  -- `reference` and `rule` come and go with a load; what a person added stays.
  origin text not null check (origin in ('reference', 'rule', 'person')),
  primary key (zone_code, alias)
);
create index zone_alias_by_alias on zone_alias (alias);

-- Every term of the free text is kept, also where our list has no place for it.
create table zone_industry (
  zone_code text not null references zone on delete cascade,
  term text not null,
  term_en text not null default '',
  industry_code text references industry,
  position smallint not null,
  primary key (zone_code, term)
);
create index zone_industry_by_industry on zone_industry (industry_code, zone_code);
