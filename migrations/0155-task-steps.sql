-- What began a task, and what was done to it beside its reports.

-- The instruction that it was taken on by, where there is one.
alter table task
  add column instruction_id bigint,
  add foreign key (instruction_id, zone_code) references instruction (id, zone_code);
create index task_by_instruction on task (instruction_id) where instruction_id is not null;

-- What is open and whose light can still change.
create index task_open on task (id) where state in ('planned', 'under-way');
-- What waits for somebody else to look.
create index task_to_recheck on task (zone_code, done_asked_at, id) where done_asked_at is not null and state = 'under-way';

create table task_step (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  zone_code text not null,
  kind text not null check (kind in ('begin', 'assign', 'ask-done', 'take-back', 'send-back', 'confirm', 'cancel', 'adjust')),
  note text not null default '' check (length(note) <= 2000),
  -- What an adjustment moved: the task's own days, or a milestone by its title.
  what text not null default '' check (length(what) <= 300),
  from_day date,
  to_day date,
  instruction_id bigint,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  foreign key (instruction_id, zone_code) references instruction (id, zone_code)
);
create index task_step_by_task on task_step (task_id, id);
create index task_step_by_zone on task_step (zone_code, at desc, id desc);
create index task_step_by_instruction on task_step (instruction_id) where instruction_id is not null;

alter table task_step enable row level security;
alter table task_step force row level security;
create policy task_step_of_its_zone on task_step using (sees_zone(zone_code)) with check (sees_zone(zone_code));
