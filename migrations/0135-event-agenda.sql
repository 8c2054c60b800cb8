-- How often what calendars know of an event has changed (SEQUENCE of RFC 5545).
alter table event add column sequence integer not null default 0;
alter table event add column created_by bigint;
alter table event add constraint event_of_zone unique (id, zone_code);

-- What happens when and where. Two at once in one room are told to whoever writes it, not refused.
create table event_agenda_item (
  id bigint generated always as identity primary key,
  event_id bigint not null references event on delete cascade,
  begins_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begins_at),
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 256),
  title_en text not null default '' check (length(title_en) <= 400),
  room_zh text not null default '' check (length(room_zh) <= 100),
  room_en text not null default '' check (length(room_en) <= 200)
);
create index event_agenda_item_by_event on event_agenda_item (event_id, begins_at, id);

create table event_speaker (
  agenda_item_id bigint not null references event_agenda_item on delete cascade,
  position smallint not null,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 80),
  name_en text not null default '' check (length(name_en) <= 120),
  -- As it was written; the record beside it where there is one.
  organisation_name text not null default '' check (length(organisation_name) <= 240),
  organisation_id bigint references organisation,
  primary key (agenda_item_id, position)
);
create index event_speaker_by_organisation on event_speaker (organisation_id) where organisation_id is not null;

-- Needs and offers that are presented there.
create table event_listing (
  event_id bigint not null references event on delete cascade,
  listing_id bigint not null references listing on delete cascade,
  added_at timestamptz not null default now(),
  primary key (event_id, listing_id)
);
create index event_listing_by_listing on event_listing (listing_id);

do $$ declare name text; begin
  foreach name in array array['event_agenda_item', 'event_listing'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I for select using (exists (select from event where event.id = event_id))',
      name || '_with_it', name);
    execute format('create policy %I on %I using (exists (select from event where event.id = event_id
      and sees_zone(zone_code)))', name || '_of_its_zone', name);
  end loop;
end $$;
alter table event_speaker enable row level security;
alter table event_speaker force row level security;
create policy event_speaker_with_it on event_speaker for select
  using (exists (select from event_agenda_item where event_agenda_item.id = agenda_item_id));
create policy event_speaker_of_its_zone on event_speaker
  using (exists (select from event_agenda_item join event on event.id = event_id
    where event_agenda_item.id = agenda_item_id and sees_zone(zone_code)));
