-- People who sign in. E-mail is stored normalised (NFKC, lower case): one address is one account.
create table account (
  id bigint generated always as identity primary key,
  email text not null unique check (email = lower(email)),
  name text not null check (length(name) between 1 and 100),
  -- scrypt, with its parameters and salt in the text.
  password_hash text not null,
  created_at timestamptz not null default now(),
  disabled_at timestamptz
);

-- What an account may be, and in which zone; `operator` counts everywhere.
create table membership (
  account_id bigint not null references account,
  role text not null check (role in ('operator', 'editor', 'publisher', 'broker', 'officer', 'leader', 'member')),
  zone_code text references zone,
  unique nulls not distinct (account_id, role, zone_code),
  check ((role = 'operator') = (zone_code is null))
);

-- A link that works once. Only the hash of its secret is kept.
create table one_time_link (
  token_hash bytea primary key,
  purpose text not null check (purpose in ('first-operator', 'operator')),
  expires_at timestamptz not null,
  used_at timestamptz
);

create table session (
  token_hash bytea primary key,
  account_id bigint not null references account on delete cascade,
  created_at timestamptz not null default now(),
  last_seen_at timestamptz not null default now(),
  expires_at timestamptz not null
);
create index session_by_account on session (account_id);

-- Sign-ins that did not succeed, counted across all processes by a hash of who was asked for and who asked.
create table sign_in_attempt (
  bucket text not null,
  at timestamptz not null default now()
);
create index sign_in_attempt_by_bucket on sign_in_attempt (bucket, at);

-- What a start has loaded already, and of which content.
create table loaded (
  step text primary key,
  fingerprint text not null,
  at timestamptz not null default now()
);
