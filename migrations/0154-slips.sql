-- Supervision slips 督办单, and the blockers that enterprises file.
create table blocker (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  organisation_id bigint not null references organisation,
  project_id bigint references project,
  kind text not null check (kind in ('land', 'permit', 'utility', 'labour', 'finance', 'logistics', 'other')),
  title text not null check (title <> '' and length(title) <= 256),
  body text not null check (body <> '' and length(body) <= 4000),
  state text not null default 'filed' check (state in ('filed', 'taken', 'declined', 'solved', 'withdrawn')),
  answer text not null default '' check (length(answer) <= 4000),
  filed_by text not null,
  filer_name text not null,
  sample boolean not null default false,
  filed_at timestamptz not null default now(),
  unique (id, zone_code)
);
create index blocker_by_zone on blocker (zone_code, filed_at desc, id desc);
create index blocker_by_organisation on blocker (organisation_id, filed_at desc, id desc);

create table slip (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  -- Such as DB-20260911-004.
  reference text not null unique,
  cause text not null check (cause in ('task', 'indicator', 'project', 'blocker', 'instruction')),
  task_id bigint,
  indicator_id bigint,
  project_id bigint,
  blocker_id bigint,
  instruction_id bigint,
  title text not null check (title <> '' and length(title) <= 500),
  demand text not null default '' check (length(demand) <= 4000),
  difficulty text not null default 'ordinary' check (difficulty in ('ordinary', 'hard')),
  -- Null until it is assigned, which is due the same day.
  unit_id bigint,
  person_name text not null default '' check (length(person_name) <= 80),
  person_email text not null default '' check (length(person_email) <= 254),
  state text not null default 'raised' check (state in ('raised', 'assigned', 'answered', 'solved', 'closed')),
  -- Computed (src/slips/clock.ts) from its events and the calendar: never typed.
  colour text not null default 'blue' check (colour in ('blue', 'yellow', 'red')),
  next_due_on date,
  standing_on date,
  raised_on date not null,
  revision integer not null default 1,
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (task_id, zone_code) references task (id, zone_code),
  foreign key (indicator_id, zone_code) references indicator (id, zone_code),
  foreign key (project_id, zone_code) references project (id, zone_code),
  foreign key (blocker_id, zone_code) references blocker (id, zone_code),
  foreign key (instruction_id, zone_code) references instruction (id, zone_code),
  foreign key (unit_id, zone_code) references unit (id, zone_code),
  unique (id, zone_code)
);
-- One open slip for one cause.
create unique index slip_open_of_task on slip (task_id) where task_id is not null and state <> 'closed';
create unique index slip_open_of_indicator on slip (indicator_id) where indicator_id is not null and state <> 'closed';
create index slip_by_project on slip (project_id) where project_id is not null;
create index slip_by_blocker on slip (blocker_id) where blocker_id is not null;
create index slip_by_instruction on slip (instruction_id) where instruction_id is not null;
create index slip_by_zone on slip (zone_code, raised_on desc, id desc);
create index slip_open on slip (zone_code, colour, id) where state <> 'closed';
create index slip_by_unit on slip (unit_id, id) where unit_id is not null;

-- What happened to it: the only input of its clock besides the calendar.
create table slip_event (
  id bigint generated always as identity primary key,
  slip_id bigint not null,
  zone_code text not null,
  kind text not null check (kind in ('raised', 'assigned', 'answered', 'dated-plan', 'solved', 'recheck-failed', 'closed',
    'instructed', 'coloured', 'escalated')),
  happened_on date not null,
  note text not null default '' check (length(note) <= 4000),
  -- The date a dated plan promises, or a date that an instruction sets.
  until date,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (slip_id, zone_code) references slip (id, zone_code) on delete cascade
);
create index slip_event_by_slip on slip_event (slip_id, id);

do $$ declare name text; begin
  foreach name in array array['slip', 'slip_event'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
alter table blocker enable row level security;
alter table blocker force row level security;
create policy blocker_of_its_zone on blocker using (sees_zone(zone_code)) with check (sees_zone(zone_code));
create policy blocker_of_its_organisation on blocker using (sees_organisation(organisation_id)) with check (sees_organisation(organisation_id));
