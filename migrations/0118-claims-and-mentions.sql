-- Somebody asks to act for an organisation; a broker of the zone that keeps it looks into it.
create table organisation_claim (
  id bigint generated always as identity primary key,
  -- Null until it is accepted where the organisation is not here yet.
  organisation_id bigint references organisation,
  zone_code text not null references zone,
  new_kind text check (new_kind in ('enterprise', 'institute', 'government', 'association')),
  new_name text not null default '' check (length(new_name) <= 120),
  new_credit_code text not null default '' check (new_credit_code = '' or new_credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  -- Of whoever was signed in when they asked.
  account_id bigint references account,
  name text not null check (length(name) between 1 and 100),
  email text not null check (email = lower(email) and length(email) <= 254),
  lang text not null check (lang in ('zh', 'en')),
  position text not null check (length(position) between 1 and 100),
  proof text not null check (length(proof) between 1 and 1000),
  state text not null default 'open' check (state in ('open', 'accepted', 'declined')),
  reason text not null default '' check (length(reason) <= 500),
  decided_by text,
  decided_at timestamptz,
  created_at timestamptz not null default now(),
  check (organisation_id is not null or (new_kind is not null and new_name <> '')),
  check ((state = 'open') = (decided_at is null)),
  check (state <> 'accepted' or organisation_id is not null)
);
create index organisation_claim_by_zone on organisation_claim (zone_code, state, id);
create index organisation_claim_by_organisation on organisation_claim (organisation_id) where organisation_id is not null;
-- Asked twice is asked once.
create unique index organisation_claim_open on organisation_claim (email, organisation_id)
  where state = 'open' and organisation_id is not null;

alter table organisation_claim enable row level security;
alter table organisation_claim force row level security;
create policy organisation_claim_of_its_zone on organisation_claim
  using (sees_zone(zone_code)) with check (sees_zone(zone_code));

-- An organisation named in an article: found by the machine, true when a person said so. One for each text and
-- organisation, where its longest name stands first; what somebody declined stays, so that it does not come back.
create table mention (
  id bigint generated always as identity primary key,
  article_id bigint not null references article on delete cascade,
  lang text not null check (lang in ('zh', 'en')),
  kind text not null default 'organisation' check (kind = 'organisation'),
  organisation_id bigint not null references organisation on delete cascade,
  -- UTF-16 units of the title, a new line and the text.
  starts_at integer not null check (starts_at >= 0),
  ends_at integer not null check (ends_at > starts_at),
  text text not null check (text <> ''),
  -- The rest of the sentence, so that a list of mentions reads no articles.
  before text not null default '',
  after text not null default '',
  state text not null default 'proposed' check (state in ('proposed', 'accepted', 'declined')),
  decided_by text,
  decided_at timestamptz,
  found_at timestamptz not null default now(),
  unique (article_id, lang, organisation_id),
  check ((state = 'proposed') = (decided_at is null))
);
create index mention_proposed on mention (id) where state = 'proposed';
create index mention_of_organisation on mention (organisation_id, article_id);

alter table mention enable row level security;
alter table mention force row level security;
create policy mention_accepted on mention for select
  using (state = 'accepted' and exists (select from article where article.id = article_id and article.state = 'published')
    and exists (select from organisation where organisation.id = organisation_id));
create policy mention_of_its_zone on mention
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));
