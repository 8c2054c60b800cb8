-- What a zone says of itself. Apart from `zone`, which every load of the reference data writes anew.
create table zone_profile (
  zone_code text primary key references zone,
  description_zh text not null default '' check (length(description_zh) <= 5000),
  description_en text not null default '' check (length(description_en) <= 10000),
  address_zh text not null default '',
  address_en text not null default '',
  website text not null default '',
  updated_at timestamptz not null default now()
);

-- Names that many zones' figures share, so that they can be put side by side; the operator keeps the list.
create table figure_template (
  key text primary key check (key ~ '^[a-z][a-z0-9-]{0,39}$'),
  position smallint not null,
  name_zh text not null,
  name_en text not null,
  unit_zh text not null default '',
  unit_en text not null default ''
);
insert into figure_template (position, key, name_zh, name_en, unit_zh, unit_en) values
  (1, 'gdp', '地区生产总值', 'Gross domestic product', '亿元', '100 million yuan'),
  (2, 'industrial-output', '规模以上工业总产值', 'Gross output of industry above designated size', '亿元', '100 million yuan'),
  (3, 'trade', '进出口总额', 'Imports and exports', '亿元', '100 million yuan'),
  (4, 'foreign-investment', '实际使用外资', 'Foreign investment in actual use', '亿美元', '100 million US dollars'),
  (5, 'fixed-investment', '固定资产投资', 'Fixed-asset investment', '亿元', '100 million yuan'),
  (6, 'tax', '税收收入', 'Tax revenue', '亿元', '100 million yuan'),
  (7, 'enterprises', '企业数', 'Enterprises', '家', ''),
  (8, 'high-tech-enterprises', '高新技术企业', 'High-tech enterprises', '家', ''),
  (9, 'rd-share', '研发经费投入强度', 'R&D spending as a share of GDP', '%', '%'),
  (10, 'employees', '从业人员', 'People employed', '万人', '10,000 people');

-- One value of one year from one source. Without year and source it is not a figure.
create table figure (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  template_key text references figure_template,
  name_zh text not null default '',
  name_en text not null default '',
  value numeric(20, 4) not null,
  unit_zh text not null default '',
  unit_en text not null default '',
  year smallint not null check (year between 1949 and 2100),
  source_zh text not null check (source_zh <> ''),
  source_en text not null default '',
  source_url text not null default '',
  is_public boolean not null default true,
  position smallint not null default 0,
  check (template_key is not null or (name_zh <> '' and name_en <> ''))
);
create index figure_by_zone on figure (zone_code, position, id);

-- Whom to ask about what, and by when an answer is promised.
create table contact (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  topic_zh text not null check (topic_zh <> ''),
  topic_en text not null check (topic_en <> ''),
  name_zh text not null check (name_zh <> ''),
  name_en text not null default '',
  role_zh text not null default '',
  role_en text not null default '',
  phone text not null default '',
  email text not null default '',
  answer_days smallint not null check (answer_days between 1 and 60),
  is_public boolean not null default true,
  position smallint not null default 0,
  check (phone <> '' or email <> '')
);
create index contact_by_zone on contact (zone_code, position, id);

-- Blocks (towns, streets and parks) and responsible departments. What reports refer to is retired, never deleted.
create table unit (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  kind text not null check (kind in ('block', 'unit')),
  name_zh text not null check (name_zh <> ''),
  name_en text not null default '',
  parent_id bigint,
  position smallint not null default 0,
  active boolean not null default true,
  unique (zone_code, name_zh),
  unique (id, zone_code),
  -- A unit stands within its own zone.
  foreign key (parent_id, zone_code) references unit (id, zone_code),
  check (parent_id <> id)
);
create index unit_by_parent on unit (parent_id);

-- An officer reports for a unit of the zone the role is held in.
alter table membership add foreign key (unit_id, zone_code) references unit (id, zone_code);
create index membership_by_unit on membership (unit_id) where unit_id is not null;

alter table zone_profile enable row level security;
alter table zone_profile force row level security;
create policy zone_profile_for_everybody on zone_profile for select using (true);
create policy zone_profile_of_its_zone on zone_profile using (sees_zone(zone_code)) with check (sees_zone(zone_code));

alter table figure enable row level security;
alter table figure force row level security;
create policy figure_public on figure for select using (is_public);
create policy figure_of_its_zone on figure using (sees_zone(zone_code)) with check (sees_zone(zone_code));

alter table contact enable row level security;
alter table contact force row level security;
create policy contact_public on contact for select using (is_public);
create policy contact_of_its_zone on contact using (sees_zone(zone_code)) with check (sees_zone(zone_code));

-- Which departments and streets a zone has is no secret.
alter table unit enable row level security;
alter table unit force row level security;
create policy unit_for_everybody on unit for select using (true);
create policy unit_of_its_zone on unit using (sees_zone(zone_code)) with check (sees_zone(zone_code));
