-- Backups the site made by itself or at an operator's word, with what became of them.
create table backup_run (
  id bigint generated always as identity primary key,
  file text not null unique,
  asked_by text not null,
  started_at timestamptz not null default now(),
  ended_at timestamptz,
  bytes bigint,
  table_rows bigint,
  -- Read again from end to end after it was written.
  verified_at timestamptz,
  -- Restored aside, and compared table by table.
  proven_at timestamptz,
  problem_zh text,
  problem_en text,
  removed_at timestamptz
);
alter table backup_run enable row level security;
alter table backup_run force row level security;
create policy backup_run_for_operators on backup_run using (sees_everything());
