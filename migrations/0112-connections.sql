-- A need and an offer brought together. Where an institute can and has no offer yet, the offer is missing and the institute is not.
create table connection (
  id bigint generated always as identity primary key,
  need_id bigint not null references listing,
  offer_id bigint references listing,
  need_organisation_id bigint not null references organisation,
  offer_organisation_id bigint not null references organisation,
  need_zone_code text not null references zone,
  offer_zone_code text not null references zone,
  state text not null default 'suggested'
    check (state in ('suggested', 'proposed', 'accepted', 'contact', 'negotiation', 'agreement', 'ended')),
  -- A finer word within the state (src/connections/state.ts).
  sub_state text,
  -- matching, board (somebody's interest), event, or hand.
  origin text not null check (origin in ('matching', 'board', 'event', 'hand')),
  event_id bigint,
  -- 0 to 1, and its parts as matching explained them; null where nobody computed it.
  score real,
  reasons jsonb,
  -- The broker who took it over: only that person moves it then.
  broker_id bigint references account,
  proposed_by text check (proposed_by in ('need', 'offer', 'broker')),
  proposed_at timestamptz,
  need_accepted_at timestamptz,
  offer_accepted_at timestamptz,
  next_step text not null default '' check (length(next_step) <= 500),
  next_step_on date,
  -- When silence ends it.
  silent_until timestamptz,
  ended_from text,
  end_reason text,
  end_note text not null default '' check (length(end_note) <= 2000),
  ended_by text check (ended_by in ('need', 'offer', 'broker', 'system')),
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  moved_at timestamptz not null default now(),
  ended_at timestamptz,
  check ((state = 'ended') = (end_reason is not null)),
  check (state not in ('accepted', 'contact', 'negotiation', 'agreement')
    or (need_accepted_at is not null and offer_accepted_at is not null)),
  check (need_organisation_id <> offer_organisation_id)
);
create unique index connection_once on connection (need_id, offer_organisation_id, offer_id) nulls not distinct;
create index connection_by_offer on connection (offer_id, state);
create index connection_by_need_organisation on connection (need_organisation_id, state);
create index connection_by_offer_organisation on connection (offer_organisation_id, state);
create index connection_by_need_zone on connection (need_zone_code, state, id);
create index connection_by_offer_zone on connection (offer_zone_code, state, id);
create index connection_by_broker on connection (broker_id, state) where broker_id is not null;

-- Both sides' people see it, and nobody else.
alter table connection enable row level security;
alter table connection force row level security;
create policy connection_of_both_sides on connection
  using (sees_zone(need_zone_code) or sees_zone(offer_zone_code)
    or sees_organisation(need_organisation_id) or sees_organisation(offer_organisation_id))
  with check (sees_zone(need_zone_code) or sees_zone(offer_zone_code)
    or sees_organisation(need_organisation_id) or sees_organisation(offer_organisation_id));
