-- Who wants to hear of what is new on a board. A row begins when its link was confirmed: an address that never was is not kept.
create table listing_subscription (
  id bigint generated always as identity primary key,
  email text not null check (length(email) <= 254),
  side text not null check (side in ('need', 'offer')),
  -- The filters of the board, as its address has them.
  query text not null check (length(query) <= 2000),
  lang text not null check (lang in ('zh', 'en')),
  rhythm text not null check (rhythm in ('at-once', 'daily', 'weekly')),
  begun_at timestamptz not null default now(),
  unique (email, side, query)
);
create index listing_subscription_due on listing_subscription (rhythm, id);

-- What was told to whom, so that nothing is told twice.
create table listing_told (
  subscription_id bigint not null references listing_subscription on delete cascade,
  listing_id bigint not null references listing on delete cascade,
  told_at timestamptz not null default now(),
  primary key (subscription_id, listing_id)
);
create index listing_told_by_listing on listing_told (listing_id);
create index listing_told_by_time on listing_told (told_at);
create index listing_new on listing (published_at) where state = 'published';

-- An address is its owner's: whoever signs in with it sees what it subscribes to, and nobody else does.
alter table listing_subscription enable row level security;
alter table listing_subscription force row level security;
create policy listing_subscription_of_its_owner on listing_subscription
  using (sees_everything() or email = (select account.email from account where account.id = asking_account()));
alter table listing_told enable row level security;
alter table listing_told force row level security;
create policy listing_told_by_the_site on listing_told using (sees_everything());
