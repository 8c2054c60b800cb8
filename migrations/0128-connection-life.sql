-- What happens within a connection: its steps, messages, meetings and amounts. Whoever sees the connection sees them.
alter table connection
  -- When silence is spoken of for the first time; null where it was, or where nobody is waited for.
  add column remind_at timestamptz,
  add check (score between 0 and 1),
  add check (state <> 'proposed' or (proposed_at is not null and silent_until is not null));
create index connection_to_remind on connection (remind_at) where remind_at is not null;
create index connection_to_end on connection (silent_until) where silent_until is not null;
create index connection_waiting on connection (moved_at, id) where state <> 'ended';

create table connection_step (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection on delete cascade,
  action text not null,
  from_state text not null,
  to_state text not null,
  side text not null check (side in ('need', 'offer', 'broker', 'system')),
  actor text not null,
  actor_name text not null,
  reason text,
  note text not null default '' check (length(note) <= 4000),
  at timestamptz not null default now(),
  -- When the others were told of it, so that nobody is told twice.
  told_at timestamptz
);
create index connection_step_by_connection on connection_step (connection_id, id);

create table connection_message (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection on delete cascade,
  side text not null check (side in ('need', 'offer', 'broker')),
  actor text not null,
  actor_name text not null,
  -- Plain text.
  body text not null default '' check (length(body) <= 4000),
  at timestamptz not null default now()
);
create index connection_message_by_connection on connection_message (connection_id, id);

create table connection_meeting (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection on delete cascade,
  held_on date not null,
  attendees text not null check (length(attendees) between 1 and 1000),
  agreed text not null check (length(agreed) between 1 and 4000),
  side text not null check (side in ('need', 'offer', 'broker')),
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now()
);
create index connection_meeting_by_connection on connection_meeting (connection_id, id);

-- A dated ledger: what was agreed first, and each later change of it. Yuan.
create table connection_amount (
  id bigint generated always as identity primary key,
  connection_id bigint not null references connection on delete cascade,
  contract_kind text not null,
  -- The whole sum from then on, and what this entry adds to the one before it that stands.
  amount numeric(16, 2) not null check (amount >= 0),
  increment numeric(16, 2) not null,
  agreed_on date not null,
  -- The contract, or a page of it, as a file.
  document uuid references file,
  note text not null default '' check (length(note) <= 2000),
  side text not null check (side in ('need', 'offer', 'broker')),
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  need_confirmed_at timestamptz,
  offer_confirmed_at timestamptz,
  -- Replaced or taken back before both had confirmed it: it counts for nothing.
  withdrawn_at timestamptz
);
create index connection_amount_by_connection on connection_amount (connection_id, id);
create unique index connection_amount_open on connection_amount (connection_id)
  where withdrawn_at is null and (need_confirmed_at is null or offer_confirmed_at is null);

create table connection_file (
  connection_id bigint not null references connection on delete cascade,
  file_id uuid not null references file,
  message_id bigint references connection_message,
  at timestamptz not null default now(),
  primary key (connection_id, file_id)
);
create index connection_file_by_file on connection_file (file_id);

do $$ declare name text; begin
  foreach name in array array['connection_step', 'connection_message', 'connection_meeting', 'connection_amount', 'connection_file'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (exists (select from connection where connection.id = connection_id))',
      name || '_with_it', name);
  end loop;
end $$;

-- Once both sides have accepted, they know each other: also an organisation that has no public page.
create policy organisation_seen_by_partners on organisation for select
  using (exists (select from connection
    where need_accepted_at is not null and offer_accepted_at is not null
      and (need_organisation_id = organisation.id or offer_organisation_id = organisation.id)));

-- What was brought together stays readable for the other side, whatever became of the listing.
create policy listing_seen_by_partners on listing for select
  using (exists (select from connection
    where connection.state <> 'suggested' and (need_id = listing.id or offer_id = listing.id)));
create index connection_by_need on connection (need_id, state);
