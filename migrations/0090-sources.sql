-- Feeds and list pages that a zone's articles are taken from, looked at on a schedule.
create table source (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  name text not null check (length(name) between 1 and 200),
  address text not null check (length(address) <= 2000),
  -- What the address turned out to be; null before the first look.
  kind text check (kind in ('feed', 'list')),
  -- For pages that do not say their column.
  column_slug text references news_column,
  -- What is complete goes live by itself; else everything waits as a draft.
  publish boolean not null default false,
  -- Further hosts whose articles may be taken; the source's own always is.
  hosts text[] not null default '{}',
  every_minutes integer not null default 360 check (every_minutes between 30 and 10080),
  paused_at timestamptz,
  etag text,
  last_modified text,
  looked_at timestamptz,
  succeeded_at timestamptz,
  next_look_at timestamptz not null default now(),
  -- Looks that failed in a row: the pauses between them grow.
  failures integer not null default 0,
  error_zh text not null default '',
  error_en text not null default '',
  created_at timestamptz not null default now(),
  unique (zone_code, address)
);
create index source_due on source (next_look_at) where paused_at is null;

-- Every article that a source pointed to, and what became of it. An address is taken once.
create table source_entry (
  source_id bigint not null references source on delete cascade,
  address text not null,
  title text not null default '',
  -- What the feed said of its last change: another value means that the page is read again.
  changed text not null default '',
  result text not null check (result in ('imported', 'updated', 'unchanged', 'draft', 'refused', 'unreachable')),
  reason_zh text not null default '',
  reason_en text not null default '',
  tries integer not null default 1,
  article_id bigint references article on delete set null,
  seen_at timestamptz not null default now(),
  primary key (source_id, address)
);
create index source_entry_latest on source_entry (source_id, seen_at desc);
create index source_entry_by_article on source_entry (article_id) where article_id is not null;

-- When each site may be asked again, for all sources and all processes together, and its robots.txt.
create table visited_host (
  host text primary key,
  next_turn_at timestamptz not null default now(),
  -- Null before it was read; empty where the site has none.
  robots text,
  robots_read_at timestamptz
);

alter table source enable row level security;
alter table source force row level security;
create policy source_of_its_zone on source using (sees_zone(zone_code)) with check (sees_zone(zone_code));
alter table source_entry enable row level security;
alter table source_entry force row level security;
create policy source_entry_of_its_zone on source_entry
  using (exists (select from source where source.id = source_id))
  with check (exists (select from source where source.id = source_id));
