-- Every run of an import and what became of each file: the report is kept, not only printed.
create table import_run (
  id bigint generated always as identity primary key,
  actor text not null,
  started_at timestamptz not null default now(),
  -- Null while it runs, and for a run that was killed.
  finished_at timestamptz,
  imported integer not null default 0,
  updated integer not null default 0,
  unchanged integer not null default 0,
  draft integer not null default 0,
  refused integer not null default 0
);

create table import_item (
  run_id bigint not null references import_run on delete cascade,
  position integer not null,
  path text not null,
  result text not null check (result in ('imported', 'updated', 'unchanged', 'draft', 'refused')),
  reason_zh text not null default '',
  reason_en text not null default '',
  article_id bigint references article on delete set null,
  primary key (run_id, position)
);
-- The article a file became last time.
create index import_item_by_path on import_item (path, run_id) where article_id is not null;
create index import_item_by_article on import_item (article_id) where article_id is not null;
