-- Of an organisation: how often it was changed, so that nobody writes over what they did not see, and whether
-- somebody of its zone has seen the licence that its credit code stands on.
alter table organisation
  add column revision integer not null default 1,
  add column code_checked boolean not null default false,
  add check (not code_checked or credit_code is not null);
create index organisation_merged on organisation (merged_into) where merged_into is not null;

alter table organisation_name add column id bigint generated always as identity unique;

-- What each of its names comes down to, without place, brackets and legal form (src/organisations/name-key.ts):
-- two organisations that share one may be the same.
create table organisation_key (
  organisation_id bigint not null references organisation on delete cascade,
  key text not null check (key <> '' and length(key) <= 240),
  -- The place that stood in the name, as the leading digits of its code; empty where none did.
  place text not null,
  primary key (organisation_id, key, place)
);
create index organisation_key_by_key on organisation_key (key, organisation_id);

-- Two that look alike and are not the same: somebody has said so.
create table organisation_apart (
  low_id bigint not null references organisation on delete cascade,
  high_id bigint not null references organisation on delete cascade,
  primary key (low_id, high_id),
  check (low_id < high_id)
);
create index organisation_apart_by_high on organisation_apart (high_id);

create table organisation_honour (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation on delete cascade,
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 200),
  title_en text not null default '' check (length(title_en) <= 300),
  level text not null check (level in ('national', 'provincial', 'municipal', 'district', 'other')),
  year smallint not null check (year between 1949 and 2100),
  body_zh text not null default '' check (length(body_zh) <= 200),
  body_en text not null default '' check (length(body_en) <= 300),
  -- Where it can be read: rule of evidence.
  source text not null check (source <> '' and length(source) <= 200),
  source_url text not null default '' check (length(source_url) <= 500)
);
create index organisation_honour_of on organisation_honour (organisation_id, year desc, id);

create table organisation_equipment (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation on delete cascade,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 200),
  name_en text not null default '' check (length(name_en) <= 300),
  model text not null default '' check (length(model) <= 200),
  purpose_zh text not null default '' check (length(purpose_zh) <= 1000),
  purpose_en text not null default '' check (length(purpose_en) <= 2000),
  -- Whether others may use it.
  is_open boolean not null default false
);
create index organisation_equipment_of on organisation_equipment (organisation_id, id);

-- Who holds which public role there, as named in news and on its own pages.
create table organisation_person (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation on delete cascade,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 60),
  name_en text not null default '' check (length(name_en) <= 120),
  position_zh text not null check (position_zh <> '' and length(position_zh) <= 120),
  position_en text not null default '' check (length(position_en) <= 200),
  -- As exactly as it is known: 2023, 2023-05 or 2023-05-18; empty is unknown, of the end also "still".
  since text not null default '' check (since ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
  until text not null default '' check (until ~ '^(\d{4}(-\d{2}(-\d{2})?)?)?$'),
  source text not null check (source <> '' and length(source) <= 200),
  source_url text not null default '' check (length(source_url) <= 500)
);
create index organisation_person_of on organisation_person (organisation_id, id);

-- Whom to ring. Never public: the organisation's own people and those of its zone see it. Whoever may see it besides
-- (the other side of an accepted connection) gets a policy for select of its own: policies add up.
create table organisation_contact (
  id bigint generated always as identity primary key,
  organisation_id bigint not null references organisation on delete cascade,
  name text not null check (name <> '' and length(name) <= 60),
  role text not null default '' check (length(role) <= 120),
  topic text not null default '' check (length(topic) <= 120),
  phone text not null default '' check (length(phone) <= 60),
  email text not null default '' check (length(email) <= 200),
  check (phone <> '' or email <> '')
);
create index organisation_contact_of on organisation_contact (organisation_id, id);

do $$ declare name text; begin
  foreach name in array array['organisation_key', 'organisation_honour', 'organisation_equipment',
      'organisation_person', 'organisation_contact'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (exists (select from organisation where organisation.id = organisation_id
      and (sees_zone(zone_code) or sees_organisation(id))))', name || '_of_its_people', name);
    if name <> 'organisation_contact' then
      execute format('create policy %I on %I for select
        using (exists (select from organisation where organisation.id = organisation_id))', name || '_with_it', name);
    end if;
  end loop;
end $$;

alter table organisation_apart enable row level security;
alter table organisation_apart force row level security;
create policy organisation_apart_of_its_zone on organisation_apart
  using (exists (select from organisation where organisation.id = low_id and sees_zone(zone_code))
    and exists (select from organisation where organisation.id = high_id));

-- Whether another organisation, of whatever zone, has that credit code: it is asked by people who may not see that one.
create function credit_code_is_taken(code text, by_other_than bigint) returns boolean language plpgsql as $$
declare
  asker text := coalesce(current_setting('yuanlian.zones', true), '');
  taken boolean;
begin
  perform set_config('yuanlian.zones', '*', true);
  taken := exists (select from organisation
    where credit_code = code and merged_into is null and id is distinct from by_other_than);
  perform set_config('yuanlian.zones', asker, true);
  return taken;
end $$;

-- Disciplines of GB/T 13745-2009: 110, 110.14, 110.14.10, written without the points.
create table discipline (
  code text primary key check (code ~ '^\d{3}(\d{2}){0,2}$'),
  name_zh text not null,
  -- Of the first level only.
  name_en text not null default ''
);
create index discipline_by_name on discipline (name_zh);
