-- An import from the desk is of one zone; null for one from the command line.
alter table import_run add column zone_code text references zone;
-- The address it was read from, where it was no file.
alter table import_run add column address text check (length(address) <= 2000);
-- When everything of it had been read; what was recognised then waits to be kept.
alter table import_run add column read_at timestamptz;
create index import_run_of_zone on import_run (zone_code, id desc);

-- Files on their way to the reader. Kept here, because the worker may be another machine, and deleted once read.
create table import_upload (
  run_id bigint not null references import_run on delete cascade,
  position integer not null,
  name text not null check (length(name) between 1 and 300),
  bytes bytea not null,
  primary key (run_id, position)
);

-- What was recognised and waits for a person: kept as an article or left out, its row goes and a line of the report comes.
create table import_page (
  run_id bigint not null references import_run on delete cascade,
  position integer not null,
  path text not null,
  page jsonb not null,
  primary key (run_id, position)
);

-- Beside whoever started it, everybody of its zone sees an import from the desk.
create policy import_run_of_its_zone on import_run using (sees_zone(zone_code)) with check (sees_zone(zone_code));
alter table import_upload enable row level security;
alter table import_upload force row level security;
create policy import_upload_of_its_run on import_upload
  using (exists (select from import_run where id = run_id)) with check (exists (select from import_run where id = run_id));
alter table import_page enable row level security;
alter table import_page force row level security;
create policy import_page_of_its_run on import_page
  using (exists (select from import_run where id = run_id)) with check (exists (select from import_run where id = run_id));
