-- What units owe by a date, and what they said of it.
create table task (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  plan_id bigint,
  goal_id bigint,
  -- As the list numbers it; unique within its plan where it is given: the key of an imported list.
  number text not null default '' check (length(number) <= 40),
  state text not null default 'planned' check (state in ('planned', 'under-way', 'done', 'cancelled')),
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 500),
  title_en text not null default '' check (length(title_en) <= 1000),
  detail_zh text not null default '' check (length(detail_zh) <= 5000),
  detail_en text not null default '' check (length(detail_en) <= 10000),
  -- Null until somebody owns it.
  lead_unit_id bigint,
  person_name text not null default '' check (length(person_name) <= 80),
  person_email text not null default '' check (length(person_email) <= 254),
  person_account_id bigint references account,
  begins_on date not null,
  due_on date not null check (due_on >= begins_on),
  report_every text not null default 'month' check (report_every in ('week', 'month', 'quarter', 'none')),
  reported_on date,
  -- Somebody says it is done and waits for the recheck by somebody else.
  done_asked_at timestamptz,
  done_asked_by text,
  done_on date,
  rechecked_by text,
  -- The instruction that ended it.
  cancelled_by_instruction bigint,
  cancelled_reason text not null default '' check (length(cancelled_reason) <= 1000),
  is_public boolean not null default false,
  sample boolean not null default false,
  revision integer not null default 1,
  -- Computed (src/tasks/standing.ts) from milestones, dates and the calendar: never typed.
  light text not null default 'none' check (light in ('none', 'green', 'blue', 'yellow', 'red')),
  percent smallint not null default 0 check (percent between 0 and 100),
  standing_on date,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  foreign key (plan_id, zone_code) references plan (id, zone_code),
  foreign key (goal_id, plan_id) references goal (id, plan_id),
  foreign key (lead_unit_id, zone_code) references unit (id, zone_code),
  foreign key (cancelled_by_instruction, zone_code) references instruction (id, zone_code),
  unique (id, zone_code),
  check (state <> 'cancelled' or cancelled_by_instruction is not null),
  check (state <> 'done' or (done_on is not null and rechecked_by is not null and rechecked_by <> done_asked_by))
);
create unique index task_by_number on task (plan_id, number) where number <> '';
create index task_by_zone on task (zone_code, due_on, id);
create index task_by_plan on task (plan_id, id) where plan_id is not null;
create index task_by_goal on task (goal_id) where goal_id is not null;
create index task_by_unit on task (lead_unit_id, due_on, id) where lead_unit_id is not null;

create table task_unit (
  task_id bigint not null,
  unit_id bigint not null,
  zone_code text not null,
  primary key (task_id, unit_id),
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  foreign key (unit_id, zone_code) references unit (id, zone_code)
);
create index task_unit_by_unit on task_unit (unit_id);

-- A task that cannot go on before another is done.
create table task_dependency (
  task_id bigint not null,
  needs_task_id bigint not null,
  zone_code text not null,
  primary key (task_id, needs_task_id),
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  foreign key (needs_task_id, zone_code) references task (id, zone_code) on delete cascade,
  check (task_id <> needs_task_id)
);
create index task_dependency_by_needed on task_dependency (needs_task_id);

create table report (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  zone_code text not null,
  unit_id bigint,
  body text not null check (body <> '' and length(body) <= 500),
  -- desk, or a signed letter.
  via text not null check (via in ('desk', 'letter', 'import')),
  reported_on date not null,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  unique (id, task_id)
);
create index report_by_task on report (task_id, reported_on desc, id desc);
create index report_by_zone on report (zone_code, at desc, id desc);

create table milestone (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  zone_code text not null,
  position smallint not null default 0,
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 256),
  title_en text not null default '' check (length(title_en) <= 512),
  due_on date not null,
  weight smallint not null default 1 check (weight between 1 and 100),
  done_on date,
  report_id bigint,
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  foreign key (report_id, task_id) references report (id, task_id)
);
create index milestone_by_task on milestone (task_id, position, id);
create index milestone_by_report on milestone (report_id) where report_id is not null;

-- What shows that it is so: a file, an article of the site, or an address.
create table task_evidence (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  zone_code text not null,
  report_id bigint,
  title text not null check (title <> '' and length(title) <= 256),
  file_id uuid references file,
  article_id bigint references article,
  address text not null default '' check (length(address) <= 2000),
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  foreign key (report_id, task_id) references report (id, task_id),
  check (file_id is not null or article_id is not null or address <> '')
);
create index task_evidence_by_task on task_evidence (task_id, id);

do $$ declare name text; begin
  foreach name in array array['task', 'task_unit', 'task_dependency', 'report', 'milestone', 'task_evidence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
create policy task_public on task for select using (is_public);
create policy milestone_of_public_task on milestone for select using (exists (select from task where task.id = task_id));
create policy unit_of_public_task on task_unit for select using (exists (select from task where task.id = task_id));
