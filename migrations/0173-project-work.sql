-- What the work on projects keeps beside them: what was promised and when, who works on it, where each counts.
alter table project
  -- The record whose family it counts in: its whole where it is a part, what it extends; null is itself. A family counts once.
  add column counts_with bigint references project,
  -- The project it was split off.
  add column split_from bigint references project,
  -- By when the investor promised to start, to complete and to produce.
  add column starts_by date,
  add column completed_by date,
  add column produces_by date,
  -- Why it is none of those that looked like it when it was added.
  add column apart_reason text not null default '' check (length(apart_reason) <= 1000),
  -- Computed with the light: why it is what it is.
  add column light_reasons jsonb not null default '[]',
  -- Computed from the ledgers of the family: set at the one record where it counts, by its first contract that stands.
  add column counts_on date,
  add column counts_as text check (counts_as in ('framework', 'formal')),
  -- Computed: sums of the lines of its own ledgers.
  add column agreed numeric(18, 2) not null default 0,
  add column arrived numeric(18, 2) not null default 0,
  add column arrived_foreign numeric(18, 2) not null default 0,
  add column fixed_assets numeric(18, 2) not null default 0,
  add check (counts_with <> id and split_from <> id),
  add check ((counts_on is null) = (counts_as is null));
create index project_by_family on project (counts_with) where counts_with is not null;
create index project_by_split on project (split_from) where split_from is not null;
create index project_by_merged on project (merged_into) where merged_into is not null;
create index project_counted on project (zone_code, counts_on) where counts_on is not null;

alter table project_signing add column withdrawn_by text not null default '';

-- The last number that a day has given out: references are counted by day, on China's clock.
create table project_day (
  day date primary key,
  last integer not null check (last > 0)
);

-- Who works on it, besides the manager.
create table project_member (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  name text not null check (name <> '' and length(name) <= 80),
  account_id bigint references account,
  unit_id bigint,
  role text not null check (role in ('negotiation', 'service', 'permits', 'land', 'finance', 'technology', 'other')),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  foreign key (unit_id, zone_code) references unit (id, zone_code),
  unique (project_id, name, role)
);

-- What it promised and what came of it, year by year: jobs, land in mu, energy in tonnes of standard coal, output and tax in yuan.
create table project_measure (
  project_id bigint not null,
  zone_code text not null,
  measure text not null check (measure in ('jobs', 'land', 'energy', 'output', 'tax')),
  year smallint not null check (year between 1980 and 2100),
  promised numeric(18, 2) check (promised >= 0),
  -- What it really was, and where that is known from.
  real numeric(18, 2) check (real >= 0),
  source text not null default '' check (length(source) <= 400),
  primary key (project_id, measure, year),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  check (promised is not null or real is not null),
  check (real is null or source <> '')
);

-- A further lead that turned out to be this project.
create table project_lead (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  origin text not null check (origin in ('inquiry', 'connection', 'event', 'hand')),
  note text not null default '' check (length(note) <= 400),
  connection_id bigint references connection,
  event_id bigint references event,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade
);
create index project_lead_by_project on project_lead (project_id, id);
create index project_lead_by_connection on project_lead (connection_id) where connection_id is not null;

-- How long a project usually stands in a stage; null where nobody waits for it to go on. The operator's to change.
create table stage_rule (
  stage text primary key,
  usual_days smallint check (usual_days between 1 and 3650)
);
insert into stage_rule (stage, usual_days) values ('lead', 30), ('assessed', 60), ('negotiating', 180), ('signed', 90),
  ('approval', 180), ('started', 540), ('completed', 120), ('in-production', 730), ('full-capacity', 365), ('fulfilled', null);

-- What a stage asks for besides what src/projects/gates.ts says of it. The operator's to change.
create table stage_field (
  stage text not null references stage_rule,
  need text not null check (need ~ '^[a-z][a-z-]{0,39}$'),
  primary key (stage, need)
);

do $$ declare name text; begin
  foreach name in array array['project_member', 'project_measure', 'project_lead'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
