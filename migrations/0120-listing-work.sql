-- What the work on needs and offers leaves beside them: comments, interviews, files, the numbers of a day.
alter table listing add column closed_note text not null default '' check (length(closed_note) <= 2000);
-- When its people were told that it expires soon; empty again when it is renewed.
alter table listing add column noticed_at timestamptz;
create index listing_due on listing (expires_at, id) where state = 'published';
create index listing_by_broker on listing (broker_id, state) where broker_id is not null;

-- The last number that a day has given out: references are counted by day, on China's clock.
create table listing_day (
  day date primary key,
  last integer not null check (last > 0)
);

-- What a broker asks of a text that was sent back; it stays until somebody settles it.
create table listing_comment (
  id bigint generated always as identity primary key,
  listing_id bigint not null references listing on delete cascade,
  -- The field of the form it is about; null is about the whole.
  field text,
  says text not null check (says <> '' and length(says) <= 2000),
  author text not null,
  author_name text not null,
  at timestamptz not null default now(),
  settled_by text,
  settled_at timestamptz
);
create index listing_comment_by_listing on listing_comment (listing_id, id);

-- What a broker learned in talking with the people behind it: for the zone's own people, never for the organisation's.
create table listing_interview (
  id bigint generated always as identity primary key,
  listing_id bigint not null references listing on delete cascade,
  zone_code text not null references zone,
  held_on date not null,
  with_whom text not null check (with_whom <> '' and length(with_whom) <= 200),
  learned text not null check (learned <> '' and length(learned) <= 5000),
  author text not null,
  author_name text not null,
  at timestamptz not null default now()
);
create index listing_interview_by_listing on listing_interview (listing_id, held_on desc, id desc);

create table listing_attachment (
  listing_id bigint not null references listing on delete cascade,
  position smallint not null,
  file_id uuid not null references file,
  name text not null check (name <> '' and length(name) <= 300),
  primary key (listing_id, position)
);
create index listing_attachment_by_file on listing_attachment (file_id);

alter table listing_comment enable row level security;
alter table listing_comment force row level security;
create policy listing_comment_of_its_people on listing_comment using (exists (
  select from listing where listing.id = listing_id and (sees_zone(zone_code) or sees_organisation(organisation_id))));

alter table listing_interview enable row level security;
alter table listing_interview force row level security;
create policy listing_interview_of_its_zone on listing_interview using (sees_zone(zone_code)) with check (sees_zone(zone_code));

alter table listing_attachment enable row level security;
alter table listing_attachment force row level security;
create policy listing_attachment_with_it on listing_attachment for select
  using (exists (select from listing where listing.id = listing_id));
create policy listing_attachment_of_its_people on listing_attachment using (exists (
  select from listing where listing.id = listing_id and (sees_zone(zone_code) or sees_organisation(organisation_id))));

-- Whom to tell: a member sees nothing of the zone, and yet its brokers must hear of what the member hands in. Each of these
-- looks past the policies for one question and puts back what the asker sees.
create function brokers_of_zone(zone text) returns setof bigint language plpgsql as $$
declare asker text := current_setting('yuanlian.zones', true);
begin
  perform set_config('yuanlian.zones', '*', true);
  return query select account_id from membership where role = 'broker' and zone_code = zone order by 1;
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
end $$;
create function members_of_organisation(organisation bigint) returns setof bigint language plpgsql as $$
declare asker text := current_setting('yuanlian.zones', true);
begin
  perform set_config('yuanlian.zones', '*', true);
  return query select account_id from membership where organisation_id = organisation order by 1;
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
end $$;

-- The name of a broker, also for a member, who does not see the account.
create function name_of_broker(broker bigint) returns text language plpgsql as $$
declare
  asker text := current_setting('yuanlian.zones', true);
  found_name text;
begin
  perform set_config('yuanlian.zones', '*', true);
  select account.name into found_name from account
  where account.id = broker and exists (select from membership where account_id = broker and role in ('broker', 'operator'));
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
  return found_name;
end $$;
