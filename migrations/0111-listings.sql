-- Needs and offers. What they share is a listing; its texts live in editions, one for each language.
create table listing (
  id bigint generated always as identity primary key,
  side text not null check (side in ('need', 'offer')),
  -- Of a need: technology, result, talent, equipment, testing, capital; of an offer: result, technology, service, equipment, talent, capital.
  kind text not null,
  -- Says what and when it is, such as TR-20260911-035; given when it is first handed in.
  reference text unique,
  organisation_id bigint not null references organisation,
  -- The zone whose brokers look after it: the one that keeps the organisation when it is written.
  zone_code text not null references zone,
  unit_id bigint,
  -- The account of the broker who found it or looks after it.
  broker_id bigint references account,
  is_anonymous boolean not null default false,
  -- draft → submitted → checked → published → closed / expired; sent back is submitted → draft.
  state text not null default 'draft' check (state in ('draft', 'submitted', 'checked', 'published', 'closed', 'expired')),
  -- Whether interest is welcome now; apart from being published.
  is_open boolean not null default true,
  industries text[] not null default '{}',
  disciplines text[] not null default '{}',
  cooperation text[] not null default '{}',
  -- Who owns, or shall own, the result.
  rights text,
  secrecy text not null default 'open' check (secrecy in ('open', 'limited', 'confidential')),
  -- Yuan; of a need what may be spent or is offered as a reward, of an offer what is asked. Both null is "to be agreed".
  budget_low numeric(16, 2) check (budget_low >= 0),
  budget_high numeric(16, 2) check (budget_high >= budget_low),
  is_reward boolean not null default false,
  -- Of a need: by when it must be solved, and where in the chain of its industry it stands.
  deadline date,
  chain_position text,
  target_organisations bigint[] not null default '{}',
  -- Of an offer.
  stage text check (stage in ('concept', 'development', 'laboratory', 'demonstration', 'market')),
  original_lang text not null check (original_lang in ('zh', 'en')),
  revision integer not null default 1,
  sample boolean not null default false,
  created_by bigint,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  submitted_at timestamptz,
  checked_at timestamptz,
  published_at timestamptz,
  expires_at timestamptz,
  renewed_at timestamptz,
  closed_at timestamptz,
  closed_reason text,
  foreign key (unit_id, zone_code) references unit (id, zone_code),
  check (side = 'need' or (deadline is null and chain_position is null)),
  check (side = 'offer' or stage is null),
  check (state in ('draft', 'submitted', 'checked') or published_at is not null)
);
create index listing_by_zone on listing (zone_code, state, id);
create index listing_by_organisation on listing (organisation_id, side, id);
create index listing_public on listing (side, published_at desc, id desc) where state in ('published', 'closed', 'expired');

create table listing_edition (
  listing_id bigint not null references listing on delete cascade,
  lang text not null check (lang in ('zh', 'en')),
  title text not null check (length(title) <= 256),
  summary text not null default '' check (length(summary) <= 500),
  -- Plain text. Of a need the problem, of an offer what it does.
  body text not null default '' check (length(body) <= 20000),
  -- Of a need.
  tried text not null default '' check (length(tried) <= 5000),
  conditions text not null default '' check (length(conditions) <= 5000),
  decider text not null default '' check (length(decider) <= 200),
  -- Of an offer.
  advantage text not null default '' check (length(advantage) <= 5000),
  proof text not null default '' check (length(proof) <= 5000),
  team text not null default '' check (length(team) <= 5000),
  fields text not null default '' check (length(fields) <= 1000),
  industry_keywords text[] not null default '{}' check (cardinality(industry_keywords) <= 5),
  technology_keywords text[] not null default '{}' check (cardinality(technology_keywords) <= 5),
  -- Of a translation: the revision of the listing it was made from, and how.
  made_from integer,
  made_how text not null default 'human' check (made_how in ('human', 'machine', 'reviewed')),
  primary key (listing_id, lang)
);

-- What can be measured: of a need what must be reached, of an offer what was reached.
create table listing_target (
  listing_id bigint not null references listing on delete cascade,
  position smallint not null,
  name_zh text not null default '' check (length(name_zh) <= 100),
  name_en text not null default '' check (length(name_en) <= 200),
  comparison text not null default 'at-least' check (comparison in ('at-least', 'at-most', 'equal')),
  value numeric(20, 6) not null,
  unit text not null default '' check (length(unit) <= 40),
  primary key (listing_id, position),
  check (name_zh <> '' or name_en <> '')
);

-- What was once published stays as a record; before that it is its zone's and its organisation's own.
alter table listing enable row level security;
alter table listing force row level security;
create policy listing_seen on listing for select
  using (state in ('published', 'closed', 'expired') or sees_zone(zone_code) or sees_organisation(organisation_id));
create policy listing_of_its_people on listing
  using (sees_zone(zone_code) or sees_organisation(organisation_id))
  with check (sees_zone(zone_code) or sees_organisation(organisation_id));

do $$ declare name text; begin
  foreach name in array array['listing_edition', 'listing_target'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select using (exists (select from listing where listing.id = listing_id))',
      name || '_with_it', name);
    execute format('create policy %I on %I using (exists (select from listing where listing.id = listing_id
      and (sees_zone(zone_code) or sees_organisation(organisation_id))))', name || '_of_its_people', name);
  end loop;
end $$;
