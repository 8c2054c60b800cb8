-- What is seen of many projects at once: lists, boards, rates, and the meeting that goes through them.

-- A project's rank from lead to fulfilment, 1 to 10; null is no stage.
create function stage_rank(stage text) returns integer language sql immutable parallel safe as $$
  select array_position(array['lead', 'assessed', 'negotiating', 'signed', 'approval', 'started', 'completed',
    'in-production', 'full-capacity', 'fulfilled'], stage) $$;

create index project_by_change on project (zone_code, updated_at desc, id desc) where merged_into is null;
-- Cohorts are read by the family that counts, and the days of their steps from the log alone.
create index project_head on project ((coalesce(counts_with, id))) where counts_on is not null;
create index project_log_of_stages on project_log (project_id, id) include (from_value, to_value, happened_on)
  where kind = 'stage';

-- A meeting that goes through the projects of a zone 项目调度会, with the days it looks back on.
create table project_meeting (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  held_on date not null,
  -- The days it went through: after this one, up to and with the day it was held.
  since date not null check (since < held_on),
  chair text not null default '' check (length(chair) <= 80),
  present text not null default '' check (length(present) <= 1000),
  notes text not null default '' check (length(notes) <= 8000),
  -- What had not moved on that day, and why: it cannot be worked out again later.
  stuck jsonb not null default '[]',
  recorded_by text not null,
  revision integer not null default 1,
  sample boolean not null default false,
  at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, zone_code),
  unique (zone_code, held_on)
);

-- What was decided about a project; what somebody owes for it is a task.
create table project_decision (
  id bigint generated always as identity primary key,
  meeting_id bigint not null,
  zone_code text not null,
  -- Null where it is about none in particular.
  project_id bigint,
  body text not null check (body <> '' and length(body) <= 500),
  unit_id bigint,
  person_name text not null default '' check (length(person_name) <= 80),
  due_on date,
  task_id bigint,
  recorded_by text not null,
  at timestamptz not null default now(),
  foreign key (meeting_id, zone_code) references project_meeting (id, zone_code) on delete cascade,
  foreign key (project_id, zone_code) references project (id, zone_code),
  foreign key (unit_id, zone_code) references unit (id, zone_code),
  foreign key (task_id, zone_code) references task (id, zone_code)
);
create index project_decision_by_meeting on project_decision (meeting_id, id);
create index project_decision_by_project on project_decision (project_id, id) where project_id is not null;
create index project_decision_by_unit on project_decision (unit_id) where unit_id is not null;
create index project_decision_by_task on project_decision (task_id) where task_id is not null;

do $$ declare name text; begin
  foreach name in array array['project_meeting', 'project_decision'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
