-- What became of the pictures and attachments of an imported page, whose addresses were elsewhere.
create table fetched_media (
  article_id bigint primary key references article on delete cascade,
  kept integer not null,
  -- Still links to where they were.
  left_out integer not null,
  -- Why the first of those was left.
  reason_zh text not null default '',
  reason_en text not null default '',
  at timestamptz not null default now()
);
alter table fetched_media enable row level security;
alter table fetched_media force row level security;
create policy fetched_media_of_its_zone on fetched_media
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

-- A zone keeps the same picture of two pages once.
create index file_by_content on file (zone_code, sha256) where state = 'kept';
