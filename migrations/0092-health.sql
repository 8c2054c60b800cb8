-- Links in published articles, as the check of links last found them. One row for an address in an article.
create table article_link (
  article_id bigint not null references article on delete cascade,
  address text not null check (length(address) <= 2000),
  checked_at timestamptz,
  -- When it first failed without having worked since; null while it works.
  failing_since timestamptz,
  -- Checks in a row that failed. Once is a bad day of the other site; dead is said after the second.
  failures integer not null default 0,
  reason_zh text not null default '',
  reason_en text not null default '',
  primary key (article_id, address)
);
create index article_link_failing on article_link (article_id) where failures > 1;

-- When the links of an article were last looked at; the longest ago comes first.
create table link_sweep (
  article_id bigint primary key references article on delete cascade,
  swept_at timestamptz not null default now()
);
create index link_sweep_oldest on link_sweep (swept_at);

alter table article_link enable row level security;
alter table article_link force row level security;
create policy article_link_of_its_zone on article_link
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));
