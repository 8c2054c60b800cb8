-- Investments from lead to fulfilment. Money is yuan; what was agreed in another currency says so beside it.
create table project (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  -- Such as PJ-20260911-004: the key of an imported list.
  reference text not null unique,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 256),
  name_en text not null default '' check (length(name_en) <= 400),
  summary_zh text not null default '' check (length(summary_zh) <= 4000),
  summary_en text not null default '' check (length(summary_en) <= 8000),
  stage text not null default 'lead' check (stage in ('lead', 'assessed', 'negotiating', 'signed', 'approval', 'started',
    'completed', 'in-production', 'full-capacity', 'fulfilled')),
  stage_since date not null,
  status text not null default 'active' check (status in ('active', 'paused', 'delayed', 'lost', 'ended')),
  status_reason text not null default '' check (length(status_reason) <= 1000),
  -- Where a lost project went.
  lost_to text not null default '' check (length(lost_to) <= 200),
  investor_id bigint references organisation,
  -- As it was said, where there is no record of the investor yet.
  investor_name text not null default '' check (length(investor_name) <= 240),
  -- ISO 3166-1 alpha-2 of where the capital comes from.
  country text not null default 'CN' check (country ~ '^[A-Z]{2}$'),
  -- Codes of GB/T 4754.
  industries text[] not null default '{}',
  block_id bigint,
  site text not null default '' check (length(site) <= 200),
  longitude numeric(9, 6) check (longitude between -180 and 180),
  latitude numeric(8, 6) check (latitude between -90 and 90),
  lead_unit_id bigint,
  manager_account_id bigint references account,
  manager_name text not null default '' check (length(manager_name) <= 80),
  -- Who brought it in.
  agent_name text not null default '' check (length(agent_name) <= 120),
  -- Null until a figure is spoken of. What counts is in the ledgers; these are what is planned before anything is signed.
  planned_investment numeric(18, 2) check (planned_investment >= 0),
  planned_fixed_assets numeric(18, 2) check (planned_fixed_assets >= 0),
  -- The form the figure was agreed in, such as USD.
  currency text not null default 'CNY' check (currency ~ '^[A-Z]{3}$'),
  origin text not null default 'hand' check (origin in ('inquiry', 'connection', 'event', 'hand')),
  origin_note text not null default '' check (length(origin_note) <= 400),
  connection_id bigint references connection,
  event_id bigint references event,
  -- A later extension of that project: it counts only its increment.
  parent_id bigint,
  -- Another record of the same project, which has taken over everything of this one.
  merged_into bigint references project,
  next_step text not null default '' check (length(next_step) <= 500),
  next_step_on date,
  is_public boolean not null default false,
  sample boolean not null default false,
  revision integer not null default 1,
  -- Computed (src/projects): never typed.
  light text not null default 'none' check (light in ('none', 'green', 'yellow', 'red')),
  standing_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, zone_code),
  foreign key (block_id, zone_code) references unit (id, zone_code),
  foreign key (lead_unit_id, zone_code) references unit (id, zone_code),
  foreign key (parent_id, zone_code) references project (id, zone_code),
  check (parent_id <> id and merged_into <> id),
  check ((longitude is null) = (latitude is null)),
  check (status = 'active' or status_reason <> '')
);
create index project_by_zone on project (zone_code, stage, stage_since, id);
create index project_by_investor on project (investor_id) where investor_id is not null;
create index project_by_connection on project (connection_id) where connection_id is not null;
create index project_by_event on project (event_id) where event_id is not null;
create index project_by_block on project (block_id) where block_id is not null;
create index project_by_lead_unit on project (lead_unit_id) where lead_unit_id is not null;
create index project_by_parent on project (parent_id) where parent_id is not null;
create index project_by_manager on project (manager_account_id) where manager_account_id is not null;

-- Every move from stage to stage and every change of status, with its date and reason; a correction is one more line.
create table project_log (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  kind text not null check (kind in ('stage', 'status', 'merge', 'split')),
  from_value text not null default '',
  to_value text not null,
  happened_on date not null,
  note text not null default '' check (length(note) <= 1000),
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade
);
create index project_log_by_project on project_log (project_id, id);
create index project_log_by_zone on project_log (zone_code, at desc, id desc);

-- What was signed. The first that stands is what the project counts by; an addition counts its increment.
create table project_signing (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  kind text not null check (kind in ('framework', 'formal', 'addition')),
  -- The whole sum from then on, and what this adds to what stood before.
  amount numeric(18, 2) not null check (amount >= 0),
  increment numeric(18, 2) not null,
  fixed_assets numeric(18, 2) check (fixed_assets >= 0),
  signed_on date not null,
  document uuid references file,
  note text not null default '' check (length(note) <= 1000),
  withdrawn_at timestamptz,
  withdrawn_reason text not null default '',
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade
);
create index project_signing_by_project on project_signing (project_id, signed_on, id);
create index project_signing_by_zone on project_signing (zone_code, signed_on, project_id) where withdrawn_at is null;

-- Money that came, dated; a correction is one more line with the other sign.
create table project_arrival (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  kind text not null check (kind in ('capital', 'foreign-capital', 'fixed-assets')),
  amount numeric(18, 2) not null check (amount <> 0),
  arrived_on date not null,
  source text not null check (source <> '' and length(source) <= 400),
  document uuid references file,
  corrects bigint references project_arrival,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade
);
create index project_arrival_by_project on project_arrival (project_id, arrived_on, id);
create index project_arrival_by_zone on project_arrival (zone_code, arrived_on, project_id);

do $$ declare name text; begin
  foreach name in array array['project', 'project_log', 'project_signing', 'project_arrival'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
create policy project_public on project for select using (is_public and merged_into is null);
