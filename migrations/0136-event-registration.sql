-- How many registered and came, kept when the registrations themselves are deleted.
alter table event add column kept_registered integer;
alter table event add column kept_attended integer;

-- Whoever wants to come. Personal data: for the people of the event's zone, and deleted 12 months after the event.
create table registration (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  zone_code text not null,
  name text not null check (name <> '' and length(name) <= 100),
  organisation_name text not null check (length(organisation_name) <= 240),
  -- The record of it, once somebody made sure: its own member registered, or the zone said so.
  organisation_id bigint references organisation,
  email text not null check (length(email) <= 254),
  phone text not null default '' check (length(phone) <= 40),
  role text not null default '' check (length(role) <= 100),
  lang text not null check (lang in ('zh', 'en')),
  -- asked: the link in the mail was not followed yet.
  state text not null default 'asked' check (state in ('asked', 'confirmed', 'waiting', 'cancelled')),
  -- What is shown at the desk on the day.
  code text not null check (code ~ '^[0-9A-HJKMNP-TV-Z]{8}$'),
  asked_at timestamptz not null default now(),
  confirmed_at timestamptz,
  cancelled_at timestamptz,
  checked_in_at timestamptz,
  foreign key (event_id, zone_code) references event (id, zone_code),
  unique (id, zone_code),
  unique (id, event_id),
  unique (event_id, code),
  check (state in ('asked', 'cancelled') or confirmed_at is not null),
  check (checked_in_at is null or state = 'confirmed')
);
-- One person has one place.
create unique index registration_once on registration (event_id, email) where state in ('confirmed', 'waiting');
create index registration_by_event on registration (event_id, state, confirmed_at, id);
create index registration_by_organisation on registration (organisation_id) where organisation_id is not null;
create index registration_asked on registration (asked_at) where state = 'asked';

-- What is still to be written to whom; a job makes the mails, once each.
create table registration_letter (
  id bigint generated always as identity primary key,
  registration_id bigint not null,
  zone_code text not null,
  kind text not null,
  meeting_id bigint,
  ordered_at timestamptz not null default now(),
  written_at timestamptz,
  foreign key (registration_id, zone_code) references registration (id, zone_code) on delete cascade
);
create index registration_letter_waiting on registration_letter (id) where written_at is null;
create index registration_letter_by_registration on registration_letter (registration_id);

do $$ declare name text; begin
  foreach name in array array['registration', 'registration_letter'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
