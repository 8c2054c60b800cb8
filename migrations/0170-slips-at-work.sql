-- How slips are raised, told of and instructed, and what an enterprise hears of its blocker.

-- By hand, about a record or about none.
alter table slip drop constraint slip_cause_check;
alter table slip add constraint slip_cause_check
  check (cause in ('task', 'indicator', 'project', 'blocker', 'instruction', 'hand'));

alter table slip_event
  add column instruction_id bigint,
  -- Told to its people once; null while nobody has been.
  add column told_at timestamptz,
  add foreign key (instruction_id, zone_code) references instruction (id, zone_code);
create index slip_event_by_instruction on slip_event (instruction_id) where instruction_id is not null;

-- One open slip for one cause, also here.
create unique index slip_open_of_project on slip (project_id) where project_id is not null and state <> 'closed';
create unique index slip_open_of_blocker on slip (blocker_id) where blocker_id is not null and state <> 'closed';

-- The last number that a day has given out.
create table slip_day (
  day date primary key,
  last integer not null check (last > 0)
);

-- Since when a task has been blue without a break: a night or two of it is no cause for a slip.
create table slip_watch (
  task_id bigint primary key,
  zone_code text not null,
  since date not null,
  foreign key (task_id, zone_code) references task (id, zone_code) on delete cascade
);
alter table slip_watch enable row level security;
alter table slip_watch force row level security;
create policy slip_watch_of_its_zone on slip_watch using (sees_zone(zone_code)) with check (sees_zone(zone_code));

alter table blocker
  add column answered_by text not null default '',
  add column answered_at timestamptz,
  -- The slip it became, as its enterprise may know it.
  add column slip_reference text not null default '',
  -- The unit says it is solved: since when the enterprise is asked whether it is.
  add column asked_at timestamptz,
  add column said text not null default '' check (said in ('', 'solved', 'not-solved')),
  add column said_note text not null default '' check (length(said_note) <= 2000),
  add column said_at timestamptz;

create table blocker_file (
  blocker_id bigint not null references blocker on delete cascade,
  position smallint not null,
  file_id uuid not null references file,
  name text not null,
  primary key (blocker_id, position)
);
create index blocker_file_by_file on blocker_file (file_id);
alter table blocker_file enable row level security;
alter table blocker_file force row level security;
-- Seen and brought by whoever sees the blocker itself.
create policy blocker_file_with_it on blocker_file using (exists (select from blocker where blocker.id = blocker_id))
  with check (exists (select from blocker where blocker.id = blocker_id));

-- A file of a blocker is seen by who sees the blocker: all the zone's people, not its brokers alone.
create or replace function is_shown_with_its_record(file uuid) returns boolean language sql stable as $$
  select exists (
    select from listing_attachment join listing on listing.id = listing_id join organisation on organisation.id = organisation_id
    where file_id = file and listing.state in ('published', 'closed', 'expired') and secrecy = 'open' and not is_anonymous
      and organisation.is_public and organisation.merged_into is null)
    or exists (select from blocker_file where file_id = file)
$$;
