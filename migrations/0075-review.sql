-- Review: what is written waits here until somebody else has read it.

alter table article drop constraint article_state_check;
alter table article add constraint article_state_check
  check (state in ('draft', 'in_review', 'sent_back', 'scheduled', 'published', 'withdrawn', 'removed'));
alter table article
  -- How far a change to a published article has come; the public goes on reading what was published.
  add column proposal text check (proposal in ('draft', 'in_review', 'sent_back', 'scheduled')),
  -- When a scheduled article goes live, on a whole minute.
  add column publish_at timestamptz,
  -- Which text was handed in or scheduled (see standOf in src/news/review.ts): another text is not what was agreed.
  add column agreed_stand text,
  add column withdrawn_at timestamptz,
  add column withdrawn_reason_zh text not null default '',
  add column withdrawn_reason_en text not null default '',
  add constraint article_proposal_beside_published check (proposal is null or state = 'published'),
  add constraint article_time_when_scheduled
    check ((publish_at is not null) = ('scheduled' in (state, coalesce(proposal, ''))));
create index article_due on article (publish_at) where publish_at is not null;
create index article_in_review on article (id) where state = 'in_review' or proposal = 'in_review';

-- The latest revision when the public last got the text; whoever wrote a later one may not publish it where two people are asked for.
alter table edition add column published_revision integer;
update edition set published_revision = revision
  from article where article.id = edition.article_id and article.state in ('published', 'withdrawn');

-- Enough to bring back a revision whole, and who had a hand in it.
alter table edition_revision
  add column summary text not null default '',
  add column author text not null default '',
  add column keywords text[] not null default '{}',
  add column made_how text not null default 'human' check (made_how in ('human', 'machine', 'machine_reviewed')),
  add column note text not null default '',
  add column actor_name text not null default '',
  add column authors text[] not null default '{}';
update edition_revision set authors = array[actor];
update edition_revision r set summary = e.summary, author = e.author, keywords = e.keywords, made_how = e.made_how
  from edition e where e.article_id = r.article_id and e.lang = r.lang and e.revision = r.revision;

-- What is being written: one working copy for each language. An edition is what was saved last or what the public reads.
create table edition_draft (
  article_id bigint not null references article on delete cascade,
  lang text not null check (lang in ('zh', 'en')),
  title text not null default '' check (length(title) <= 300),
  summary text not null default '',
  source text not null default '',
  author text not null default '',
  keywords text[] not null default '{}',
  made_how text not null default 'human' check (made_how in ('human', 'machine', 'machine_reviewed')),
  body jsonb not null,
  -- The revision of the edition that it was begun from; null where there was none.
  base_revision integer,
  version integer not null default 1,
  updated_by text not null,
  updated_at timestamptz not null default now(),
  -- Everybody who wrote in it. Kept by the trigger below, so that no way of saving can leave anybody out.
  authors text[] not null default '{}',
  primary key (article_id, lang)
);

create function edition_draft_keeps_its_authors() returns trigger language plpgsql as $$
begin
  new.authors := array(
    select distinct one from unnest(
      new.authors || new.updated_by || case when tg_op = 'UPDATE' then old.authors else '{}' end) as one order by one);
  return new;
end $$;
create trigger edition_draft_authors before insert or update on edition_draft
  for each row execute function edition_draft_keeps_its_authors();

-- What was said about a passage. It stays with the words it was said about when the text moves.
create table review_comment (
  id bigint generated always as identity primary key,
  article_id bigint not null references article on delete cascade,
  lang text not null check (lang in ('zh', 'en')),
  -- The stand of the text it was said of.
  stand text not null,
  block integer not null check (block >= 0),
  quoted text not null default '',
  says text not null check (length(says) between 1 and 2000),
  author text not null,
  author_name text not null,
  at timestamptz not null default now(),
  resolved_by text,
  resolved_at timestamptz,
  check ((resolved_by is null) = (resolved_at is null))
);
create index review_comment_of_article on review_comment (article_id, id);

-- The way of an article through review, as its editors read it.
create table review_step (
  id bigint generated always as identity primary key,
  article_id bigint not null references article on delete cascade,
  action text not null,
  note text not null default '',
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now()
);
create index review_step_of_article on review_step (article_id, id);

-- What a zone asks of what it publishes; a zone without a row asks for nothing.
create table publishing_rule (
  zone_code text primary key references zone,
  -- Nobody publishes what they wrote themselves.
  two_person boolean not null default false,
  english_wanted boolean not null default false,
  set_by text not null,
  set_at timestamptz not null default now()
);

alter table edition_draft enable row level security;
alter table edition_draft force row level security;
create policy edition_draft_of_its_zone on edition_draft
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

alter table review_comment enable row level security;
alter table review_comment force row level security;
create policy review_comment_of_its_zone on review_comment
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

alter table review_step enable row level security;
alter table review_step force row level security;
create policy review_step_of_its_zone on review_step
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

alter table publishing_rule enable row level security;
alter table publishing_rule force row level security;
create policy publishing_rule_of_its_zone on publishing_rule using (sees_zone(zone_code)) with check (sees_zone(zone_code));
