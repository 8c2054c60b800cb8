-- How many tables there are at which two sides can talk; null while no meetings are arranged.
alter table event add column meeting_tables smallint check (meeting_tables between 1 and 200);

-- When people can meet. int8range makes the number of an event something that GiST can compare without an extension.
create table meeting_slot (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  zone_code text not null,
  begins_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begins_at),
  foreign key (event_id, zone_code) references event (id, zone_code) on delete cascade,
  unique (id, event_id),
  constraint meeting_slot_apart exclude using gist
    (int8range(event_id, event_id, '[]') with &&, tstzrange(begins_at, ends_at) with &&)
);

-- One organisation asks another for a slot.
create table meeting (
  id bigint generated always as identity primary key,
  event_id bigint not null,
  zone_code text not null,
  slot_id bigint not null,
  from_organisation_id bigint not null references organisation,
  to_organisation_id bigint not null references organisation,
  from_registration_id bigint not null,
  -- Who of the other side accepted.
  to_registration_id bigint,
  note text not null default '' check (length(note) <= 300),
  state text not null default 'asked' check (state in ('asked', 'accepted', 'declined', 'expired', 'cancelled')),
  table_number smallint,
  asked_at timestamptz not null default now(),
  -- When silence ends it.
  answer_by timestamptz not null,
  answered_at timestamptz,
  foreign key (event_id, zone_code) references event (id, zone_code),
  foreign key (slot_id, event_id) references meeting_slot (id, event_id) on delete cascade,
  foreign key (from_registration_id, event_id) references registration (id, event_id) on delete cascade,
  foreign key (to_registration_id, event_id) references registration (id, event_id) on delete cascade,
  check (from_organisation_id <> to_organisation_id),
  check (state <> 'accepted' or (to_registration_id is not null and table_number is not null))
);
-- Two sides have one meeting, or one question open between them.
create unique index meeting_once on meeting
  (event_id, least(from_organisation_id, to_organisation_id), greatest(from_organisation_id, to_organisation_id))
  where state in ('asked', 'accepted');
create index meeting_by_event on meeting (event_id, slot_id, id);
create index meeting_by_sender on meeting (from_registration_id);
create index meeting_by_taker on meeting (to_registration_id) where to_registration_id is not null;
create index meeting_unanswered on meeting (answer_by) where state = 'asked';
alter table registration_letter add foreign key (meeting_id) references meeting on delete cascade;
create index registration_letter_by_meeting on registration_letter (meeting_id) where meeting_id is not null;

-- What an agreed meeting takes: two people, two organisations, one table. Nothing is taken twice at one time.
create table meeting_booking (
  meeting_id bigint not null references meeting on delete cascade,
  event_id bigint not null,
  zone_code text not null,
  kind text not null check (kind in ('person', 'organisation', 'table')),
  holder bigint not null,
  during tstzrange not null,
  primary key (meeting_id, kind, holder),
  foreign key (event_id, zone_code) references event (id, zone_code),
  constraint meeting_booking_person exclude using gist (int8range(event_id, event_id, '[]') with &&,
    int8range(holder, holder, '[]') with &&, during with &&) where (kind = 'person'),
  constraint meeting_booking_organisation exclude using gist (int8range(event_id, event_id, '[]') with &&,
    int8range(holder, holder, '[]') with &&, during with &&) where (kind = 'organisation'),
  constraint meeting_booking_table exclude using gist (int8range(event_id, event_id, '[]') with &&,
    int8range(holder, holder, '[]') with &&, during with &&) where (kind = 'table')
);

-- Whom somebody met and wants to hear more from, as they marked it themselves.
create table event_contact (
  registration_id bigint not null,
  event_id bigint not null,
  zone_code text not null,
  organisation_id bigint not null references organisation,
  marked_at timestamptz not null default now(),
  primary key (registration_id, organisation_id),
  foreign key (event_id, zone_code) references event (id, zone_code),
  foreign key (registration_id, event_id) references registration (id, event_id) on delete cascade
);
create index event_contact_by_event on event_contact (event_id);

do $$ declare name text; begin
  foreach name in array array['meeting_slot', 'meeting', 'meeting_booking', 'event_contact'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
