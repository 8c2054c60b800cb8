-- One index for everything that can be found: a row for each record and language, written in the record's own transaction.
create table search_entry (
  id bigint generated always as identity primary key,
  kind text not null,
  record text not null,
  lang text not null check (lang in ('zh', 'en')),
  path text not null,
  title text not null,
  body text not null,
  -- Title and body in the form they are compared in, only where that is more than lower case (繁體, full width, accents).
  folded text,
  zone text,
  province text,
  city text,
  column_slug text,
  industries text[] not null default '{}',
  year smallint,
  at timestamptz,
  sample boolean not null default false,
  -- 0 to 1: which of two that fit alike is more likely meant, such as a national zone before a provincial one.
  standing real not null default 0.5,
  -- Words in the body: a long text mentions a word more easily than a short one.
  words integer not null,
  -- Words, pairs of characters, names, pinyin and facets; see src/search/lexemes.server.ts.
  terms tsvector not null,
  unique (kind, record, lang)
) with (
  -- Ranking reads the terms of some thousand rows at once: kept in the row as long as they fit a page.
  toast_tuple_target = 8160
);
-- Writes gather in a list that is merged in bulk; kept short, because every search reads through it.
create index search_entry_terms on search_entry using gin (terms) with (fastupdate = on, gin_pending_list_limit = 1024);
-- The planner's list of the commonest terms is what tells a common word from a rare one.
alter table search_entry alter column terms set statistics 500;
-- A burst of writes is followed by fresh statistics before long.
alter table search_entry set (autovacuum_analyze_scale_factor = 0.05);

-- What is offered while someone types: a key for each way a name can be begun (characters, pinyin, initials).
create table search_name (
  entry bigint not null references search_entry on delete cascade,
  key text collate "C" not null,
  name text not null,
  -- 0 when the key begins the title itself, more the further it is from it.
  distance smallint not null
);
create index search_name_by_key on search_name (key text_pattern_ops);
create index search_name_by_entry on search_name (entry);
