create table news_column (
  slug text primary key check (slug ~ '^[a-z][a-z0-9-]{0,39}$'),
  parent text references news_column,
  position integer not null,
  name_zh text not null,
  name_en text not null,
  description_zh text not null,
  description_en text not null,
  -- One of the column types of the official annex, for the ColumnType meta tag.
  column_type text not null
);

insert into news_column (slug, parent, position, name_zh, name_en, description_zh, description_en, column_type) values
  ('zone-news', null, 0, '开发区新闻', 'Zone news', '各开发区发布的新闻', 'News published by the development zones', '工作动态'),
  ('text', 'zone-news', 1, '文字新闻', 'News', '开发区的文字新闻', 'Written news from the zones', '工作动态'),
  ('picture', 'zone-news', 2, '图片新闻', 'Pictures', '以图片为主的开发区新闻', 'Zone news told in pictures', '工作动态'),
  ('investment', 'zone-news', 3, '招商动态', 'Investment', '签约、开工、投产等招商进展', 'Signings, ground-breakings and openings', '工作动态'),
  ('notices', 'zone-news', 4, '通知公告', 'Notices', '申报通知、公示与公告', 'Calls, public notices and announcements', '工作动态'),
  ('policy-news', 'zone-news', 5, '政策动态', 'Policy news', '政策发布与解读', 'Policies issued and explained', '政策解读');

create table article (
  id bigint generated always as identity primary key,
  state text not null default 'draft' check (state in ('draft', 'in_review', 'published', 'withdrawn')),
  column_slug text references news_column,
  -- The publishing zone. A draft may still wait for the answer which one it is.
  zone_code text references zone,
  city_code text references place,
  province_code text references place,
  -- The original's own time: to the minute where it is known, else midnight of its day on China's clock.
  published_at timestamptz,
  -- When it first went live here; never changes.
  first_published_at timestamptz,
  updated_at timestamptz not null default now(),
  -- Where it was imported from: an address, or a file's name. One article for one source.
  source_address text unique,
  content_hash text,
  sample boolean not null default false,
  version integer not null default 1,
  check (state not in ('published', 'withdrawn') or (published_at is not null and zone_code is not null and column_slug is not null))
);
-- The lists of the site: everything, by column, by city, by zone; newest first, paged by key.
create index article_live on article (published_at desc, id desc) where state = 'published';
create index article_live_by_column on article (column_slug, published_at desc, id desc) where state = 'published';
create index article_live_by_city on article (city_code, published_at desc, id desc) where state = 'published';
create index article_live_by_province on article (province_code, published_at desc, id desc) where state = 'published';
create index article_live_by_zone on article (zone_code, published_at desc, id desc) where state = 'published';
create index article_by_content on article (content_hash);
create index article_drafts on article (id) where state = 'draft';

-- An article in one language.
create table edition (
  article_id bigint not null references article on delete cascade,
  lang text not null check (lang in ('zh', 'en')),
  title text not null check (length(title) between 1 and 300),
  summary text not null default '',
  source text not null default '',
  author text not null default '',
  keywords text[] not null default '{}',
  body jsonb not null,
  body_text text not null,
  -- The words that tell this text from others: what related articles are found by.
  terms text[] not null default '{}',
  made_how text not null default 'human' check (made_how in ('human', 'machine', 'machine_reviewed')),
  -- True for the language the article was first written in.
  original boolean not null,
  -- For a translation: the revision of the original it was made from; lower than the original's means stale.
  translates_revision integer,
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  primary key (article_id, lang)
);
create index edition_by_terms on edition using gin (terms);
create unique index one_original_an_article on edition (article_id) where original;

-- Every save is a revision.
create table edition_revision (
  article_id bigint not null references article on delete cascade,
  lang text not null,
  revision integer not null,
  title text not null,
  source text not null,
  body jsonb not null,
  actor text not null,
  at timestamptz not null default now(),
  primary key (article_id, lang, revision)
);

-- What an imported page offered for download; the bytes stay where they are until a file is uploaded here.
create table attachment (
  article_id bigint not null references article on delete cascade,
  position smallint not null,
  name text not null,
  address text not null,
  media_type text not null default '',
  bytes bigint,
  primary key (article_id, position)
);

-- Articles alike in content, best first; written with the article and renewed by its neighbours.
create table related_article (
  article_id bigint not null references article on delete cascade,
  related_id bigint not null references article on delete cascade,
  score real not null,
  primary key (article_id, related_id)
);
create index related_article_back on related_article (related_id);

-- What an import could not decide, asked of a person; the article stays a draft until all are answered.
create table article_question (
  article_id bigint not null references article on delete cascade,
  field text not null check (field in ('title', 'published_at', 'zone', 'column', 'source')),
  found text not null default '',
  candidates jsonb not null default '[]',
  answered_at timestamptz,
  primary key (article_id, field)
);
