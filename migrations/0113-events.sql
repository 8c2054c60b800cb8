-- Conferences, pitch days and visits, held by a zone.
create table event (
  id bigint generated always as identity primary key,
  kind text not null check (kind in ('conference', 'pitch-day', 'visit')),
  zone_code text not null references zone,
  state text not null default 'draft' check (state in ('draft', 'published', 'cancelled')),
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 256),
  title_en text not null default '' check (length(title_en) <= 400),
  summary_zh text not null default '' check (length(summary_zh) <= 2000),
  summary_en text not null default '' check (length(summary_en) <= 4000),
  venue_zh text not null default '',
  venue_en text not null default '',
  begins_at timestamptz not null,
  ends_at timestamptz not null check (ends_at > begins_at),
  registration_closes_at timestamptz,
  -- Null is without limit.
  capacity integer check (capacity > 0),
  sample boolean not null default false,
  published_at timestamptz,
  cancelled_reason text not null default '',
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index event_by_zone on event (zone_code, begins_at desc, id);
create index event_public on event (begins_at desc, id) where state <> 'draft';
alter table connection add foreign key (event_id) references event;
create index connection_by_event on connection (event_id) where event_id is not null;

alter table event enable row level security;
alter table event force row level security;
create policy event_seen on event for select using (state <> 'draft' or sees_zone(zone_code));
create policy event_of_its_zone on event using (sees_zone(zone_code)) with check (sees_zone(zone_code));
