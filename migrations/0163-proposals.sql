-- What a document seems to say a plan holds: a person accepts each, edits it first, or declines it.

create table proposal_reading (
  id bigint generated always as identity primary key,
  plan_id bigint not null,
  zone_code text not null,
  origin text not null check (origin in ('document', 'text', 'sheet')),
  -- The file's own name, or the beginning of the text.
  name text not null check (name <> '' and length(name) <= 200),
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (plan_id, zone_code) references plan (id, zone_code) on delete cascade,
  unique (id, plan_id)
);
create index proposal_reading_by_plan on proposal_reading (plan_id, id desc);

create table proposal (
  id bigint generated always as identity primary key,
  reading_id bigint not null,
  plan_id bigint not null,
  zone_code text not null,
  position integer not null,
  -- The goal of the same reading beneath which it stands.
  under_id bigint references proposal on delete cascade,
  kind text not null check (kind in ('goal', 'indicator', 'cluster', 'task')),
  number text not null default '' check (length(number) <= 40),
  sentence text not null check (sentence <> '' and length(sentence) <= 4000),
  marks jsonb not null default '[]',
  -- As a person would type them; edited before it is accepted.
  fields jsonb not null,
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  -- What it became, of its own kind.
  record bigint,
  revision integer not null default 1,
  settled_by text,
  settled_at timestamptz,
  foreign key (reading_id, plan_id) references proposal_reading (id, plan_id) on delete cascade,
  foreign key (plan_id, zone_code) references plan (id, zone_code) on delete cascade,
  check ((state = 'accepted') = (record is not null))
);
create index proposal_by_plan on proposal (plan_id, reading_id desc, position);
create index proposal_by_record on proposal (kind, record) where record is not null;

do $$ declare name text; begin
  foreach name in array array['proposal_reading', 'proposal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
