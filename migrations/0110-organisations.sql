-- Organisations, kept by a zone (the tenant); their members look after their own.
create table organisation (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('enterprise', 'institute', 'government', 'association')),
  -- Of an institute only: laboratory, university … (src/organisations/organisation.ts)
  institute_kind text,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 120),
  name_en text not null default '' check (length(name_en) <= 240),
  -- Unified social credit code of GB 32100-2015; unknown for bodies abroad and for what only news has named.
  credit_code text check (credit_code ~ '^[0-9A-HJ-NP-RTUW-Y]{18}$'),
  zone_code text not null references zone,
  place_code text references place,
  industries text[] not null default '{}',
  size text check (size in ('micro', 'small', 'medium', 'large')),
  summary_zh text not null default '' check (length(summary_zh) <= 500),
  summary_en text not null default '' check (length(summary_en) <= 1000),
  capabilities_zh text not null default '' check (length(capabilities_zh) <= 5000),
  capabilities_en text not null default '' check (length(capabilities_en) <= 10000),
  -- Codes of GB/T 13745.
  disciplines text[] not null default '{}',
  website text not null default '',
  is_public boolean not null default false,
  -- Another record of the same body, which has taken over everything that was tied to this one.
  merged_into bigint references organisation,
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  check (merged_into <> id),
  unique (id, zone_code)
);
create unique index organisation_by_credit_code on organisation (credit_code) where merged_into is null;
create index organisation_by_zone on organisation (zone_code, id);

-- Every other name it is known by: short, former, and what people call it.
create table organisation_name (
  organisation_id bigint not null references organisation on delete cascade,
  name text not null check (name <> '' and length(name) <= 240),
  kind text not null check (kind in ('short', 'former', 'alias')),
  primary key (organisation_id, name)
);
create index organisation_name_by_name on organisation_name (name);

-- A member acts for an organisation and sees nothing of the zone that keeps it.
alter table membership add column organisation_id bigint references organisation;
alter table membership drop constraint membership_once;
alter table membership add constraint membership_once
  unique nulls not distinct (account_id, role, zone_code, unit_id, organisation_id);
create index membership_by_organisation on membership (organisation_id) where organisation_id is not null;

-- Organisations the asker acts for, as every transaction says it (database.server.ts); nobody said so means none.
create function sees_organisation(organisation bigint) returns boolean language sql stable as $$
  select current_setting('yuanlian.zones', true) = '*'
    or organisation = any (string_to_array(current_setting('yuanlian.organisations', true), ',')::bigint[])
$$;

alter table organisation enable row level security;
alter table organisation force row level security;
create policy organisation_seen on organisation for select
  using (is_public or sees_zone(zone_code) or sees_organisation(id));
create policy organisation_added on organisation for insert with check (sees_zone(zone_code));
create policy organisation_changed on organisation for update
  using (sees_zone(zone_code) or sees_organisation(id)) with check (sees_zone(zone_code) or sees_organisation(id));
create policy organisation_removed on organisation for delete using (sees_zone(zone_code));

alter table organisation_name enable row level security;
alter table organisation_name force row level security;
create policy organisation_name_with_it on organisation_name for select
  using (exists (select from organisation where organisation.id = organisation_id));
create policy organisation_name_of_its_people on organisation_name
  using (exists (select from organisation where organisation.id = organisation_id
    and (sees_zone(zone_code) or sees_organisation(id))));

-- Who acts for an organisation is seen by each other and by the people of the zone that keeps it.
drop policy membership_seen on membership;
create policy membership_seen on membership for select
  using (account_id = asking_account() or sees_zone(zone_code) or sees_organisation(organisation_id)
    or exists (select from organisation where organisation.id = organisation_id and sees_zone(organisation.zone_code)));
drop policy membership_added on membership;
create policy membership_added on membership for insert
  with check (sees_zone(zone_code)
    or exists (select from organisation where organisation.id = organisation_id and sees_zone(organisation.zone_code)));
drop policy membership_removed on membership;
create policy membership_removed on membership for delete
  using (sees_zone(zone_code)
    or exists (select from organisation where organisation.id = organisation_id and sees_zone(organisation.zone_code)));
drop policy account_seen on account;
create policy account_seen on account for select
  using (sees_everything() or id = asking_account()
    or exists (select from membership where account_id = account.id
      and (sees_zone(zone_code) or sees_organisation(organisation_id)
        or exists (select from organisation where organisation.id = organisation_id
          and sees_zone(organisation.zone_code)))));
