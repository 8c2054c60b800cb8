-- Clusters, indicators and what was observed.
create table cluster (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  plan_id bigint,
  -- 千亿级 and 五百亿级: what its output is to reach, in hundred millions of yuan, is in its targets.
  tier text not null check (tier in ('thousand-yi', 'five-hundred-yi', 'other')),
  position smallint not null default 0,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 120),
  name_en text not null default '' check (length(name_en) <= 240),
  summary_zh text not null default '' check (length(summary_zh) <= 2000),
  summary_en text not null default '' check (length(summary_en) <= 4000),
  -- Codes of GB/T 4754.
  industries text[] not null default '{}',
  is_public boolean not null default false,
  sample boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (plan_id, zone_code) references plan (id, zone_code),
  unique (id, zone_code)
);
create index cluster_by_zone on cluster (zone_code, position, id);
create index cluster_by_plan on cluster (plan_id, position, id) where plan_id is not null;

create table indicator (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  plan_id bigint,
  goal_id bigint,
  cluster_id bigint,
  -- Who enters it, or answers for it where it is computed.
  unit_id bigint,
  position smallint not null default 0,
  -- How formulas name it: unique within the zone.
  key text not null check (key ~ '^[a-z][a-z0-9_]{0,39}$'),
  -- Which improvement it belongs to, as the operator's template names it; empty for none.
  improvement text not null default '',
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 120),
  name_en text not null default '' check (length(name_en) <= 240),
  definition_zh text not null default '' check (length(definition_zh) <= 2000),
  definition_en text not null default '' check (length(definition_en) <= 4000),
  measure_zh text not null default '' check (length(measure_zh) <= 40),
  measure_en text not null default '' check (length(measure_en) <= 80),
  decimals smallint not null default 0 check (decimals between 0 and 4),
  direction text not null default 'up' check (direction in ('up', 'down')),
  period text not null check (period in ('month', 'quarter', 'year')),
  -- Cumulative counts from the start of its year; point is what stands at the end of the period.
  accumulation text not null check (accumulation in ('cumulative', 'point')),
  -- Empty where values are entered.
  formula text not null default '' check (length(formula) <= 1000),
  baseline numeric(20, 4),
  baseline_on date,
  -- How many days after a period ends its value is owed.
  due_days smallint not null default 15 check (due_days between 0 and 180),
  is_public boolean not null default false,
  sample boolean not null default false,
  revision integer not null default 1,
  -- Computed (src/indicators/standing.ts): never typed.
  light text not null default 'none' check (light in ('none', 'green', 'yellow', 'red')),
  forecast numeric(20, 4),
  forecast_low numeric(20, 4),
  forecast_high numeric(20, 4),
  standing_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (plan_id, zone_code) references plan (id, zone_code),
  foreign key (goal_id, plan_id) references goal (id, plan_id),
  foreign key (cluster_id, zone_code) references cluster (id, zone_code),
  foreign key (unit_id, zone_code) references unit (id, zone_code),
  unique (zone_code, key),
  unique (id, zone_code)
);
create index indicator_by_zone on indicator (zone_code, position, id);
create index indicator_by_plan on indicator (plan_id, position, id) where plan_id is not null;
create index indicator_by_goal on indicator (goal_id) where goal_id is not null;
create index indicator_by_cluster on indicator (cluster_id) where cluster_id is not null;
create index indicator_by_unit on indicator (unit_id) where unit_id is not null;

-- What it is to reach by the end of a period.
create table indicator_target (
  indicator_id bigint not null,
  zone_code text not null,
  period_end date not null,
  value numeric(20, 4) not null,
  primary key (indicator_id, period_end),
  foreign key (indicator_id, zone_code) references indicator (id, zone_code) on delete cascade
);

-- One value for one period from one source. A revision is a new row; the earlier one stays.
create table observation (
  id bigint generated always as identity primary key,
  indicator_id bigint not null,
  zone_code text not null,
  period_end date not null,
  revision integer not null default 1,
  is_current boolean not null default true,
  value numeric(20, 4) not null,
  state text not null check (state in ('provisional', 'final')),
  -- entered, computed (by the formula), imported.
  origin text not null default 'entered' check (origin in ('entered', 'computed', 'imported')),
  source_zh text not null check (source_zh <> '' and length(source_zh) <= 400),
  source_en text not null default '' check (length(source_en) <= 400),
  source_url text not null default '' check (length(source_url) <= 2000),
  document uuid references file,
  article_id bigint references article,
  note text not null default '' check (length(note) <= 1000),
  sample boolean not null default false,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (indicator_id, zone_code) references indicator (id, zone_code) on delete cascade,
  unique (indicator_id, period_end, revision)
);
create unique index observation_current on observation (indicator_id, period_end) where is_current;

do $$ declare name text; begin
  foreach name in array array['cluster', 'indicator', 'indicator_target', 'observation'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
create policy cluster_public on cluster for select using (is_public);
create policy indicator_public on indicator for select using (is_public);
create policy target_of_public_indicator on indicator_target for select
  using (exists (select from indicator where indicator.id = indicator_id));
create policy observation_of_public_indicator on observation for select
  using (is_current and exists (select from indicator where indicator.id = indicator_id));
