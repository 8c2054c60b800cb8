-- Letters that let their reader report on one task without signing in, and who was reminded of what.

-- Good for whoever it was sent to, as long as that person answers for the task; checked when it is used.
create table task_letter (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  zone_code text not null,
  -- Only the hash: who reads the database reports for nobody.
  token_hash bytea not null unique,
  -- Whom it was sent to: the person of the task, the head of its unit, or an officer of it.
  reader text not null check (reader in ('person', 'head', 'officer')),
  name text not null default '' check (length(name) <= 80),
  email text not null check (email <> '' and length(email) <= 254),
  account_id bigint references account on delete cascade,
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at),
  -- A later letter to the same reader about the same task took its place.
  replaced_at timestamptz,
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade
);
create index task_letter_by_reader on task_letter (task_id, email) where replaced_at is null;
create index task_letter_by_end on task_letter (expires_at);

-- Each rung of each ladder once: before, on and after a milestone's day, the task's own, and the day a report is due.
create table task_reminder (
  id bigint generated always as identity primary key,
  task_id bigint not null,
  zone_code text not null,
  occasion text not null check (occasion in ('milestone', 'due', 'report')),
  -- 0 where it is about the task itself.
  milestone_id bigint not null default 0,
  -- The day it is about: a day that is moved begins a ladder of its own.
  owed_on date not null,
  step text not null check (step in ('soon', 'near', 'today', 'person', 'head', 'leaders')),
  told_on date not null,
  -- How many people heard of it.
  told integer not null default 0,
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade,
  unique (task_id, occasion, milestone_id, owed_on, step)
);

do $$ declare name text; begin
  foreach name in array array['task_letter', 'task_reminder'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
