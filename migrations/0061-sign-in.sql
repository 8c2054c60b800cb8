-- Better Auth keeps its records in these tables; which of its names is which of ours says sign-in.server.ts.

alter table account
  -- In which mails are written to this person.
  add column lang text not null default 'zh' check (lang in ('zh', 'en')),
  -- True from the start: an operator vouched for the address, or an invitation was received there.
  add column email_verified boolean not null default true,
  add column two_factor_enabled boolean not null default false,
  add column password_changed_at timestamptz not null default now(),
  add column updated_at timestamptz not null default now();

-- How an account is proven: `credential` is a password, `identity` the subject at the identity service. No tokens are kept.
create table credential (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  provider text not null check (provider in ('credential', 'identity')),
  subject text not null,
  -- scrypt, with its parameters and salt in the text.
  password_hash text,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (provider, subject),
  check ((provider = 'credential') = (password_hash is not null))
);
create index credential_by_account on credential (account_id);
insert into credential (account_id, provider, subject, password_hash)
  select id, 'credential', id::text, password_hash from account;
alter table account drop column password_hash;

-- Passwords that were used before, where the profile forbids them (mlps).
create table old_password (
  account_id bigint not null references account on delete cascade,
  password_hash text not null,
  until timestamptz not null default now()
);
create index old_password_by_account on old_password (account_id, until desc);

-- Links and half-done sign-ins. Identifiers are hashed, they are the secret.
create table verification (
  id bigint generated always as identity primary key,
  identifier text not null unique,
  value text not null,
  expires_at timestamptz not null,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index verification_by_expiry on verification (expires_at);

create table two_factor (
  id bigint generated always as identity primary key,
  account_id bigint not null unique references account on delete cascade,
  -- Encrypted with the key of the settings.
  secret text not null,
  -- Hashes of the recovery codes that are left.
  recovery_codes text not null,
  verified boolean not null default false,
  failed_count integer not null default 0,
  locked_until timestamptz
);

-- A code of an app counts once, however many send it at the same moment.
create table used_code (
  account_id bigint not null references account on delete cascade,
  code_hash bytea not null,
  used_at timestamptz not null default now(),
  primary key (account_id, code_hash)
);

alter table session
  add column id bigint generated always as identity unique,
  -- What was shown to get in; `link` is a setup link or an invitation.
  add column method text not null default 'password' check (method in ('password', 'passkey', 'identity', 'link')),
  -- When the person last proved to be the one: sensitive changes ask again after ten minutes.
  add column proven_at timestamptz not null default now(),
  add column network text not null default '',
  add column browser text not null default '';
create index session_by_expiry on session (expires_at);

-- Browsers an account signed in with before: from there its owner gets in also while somebody else guesses.
create table known_device (
  token_hash bytea not null,
  account_id bigint not null references account on delete cascade,
  seen_at timestamptz not null default now(),
  primary key (token_hash, account_id)
);

create table passkey (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  name text not null check (length(name) between 1 and 60),
  credential_id text not null unique,
  public_key bytea not null,
  counter bigint not null default 0,
  transports text[] not null default '{}',
  created_at timestamptz not null default now(),
  last_used_at timestamptz
);
create index passkey_by_account on passkey (account_id);

-- A new address counts when both the old one and the new one agreed.
create table email_change (
  id bigint generated always as identity primary key,
  account_id bigint not null unique references account on delete cascade,
  new_email text not null check (new_email = lower(new_email)),
  old_token_hash bytea not null unique,
  new_token_hash bytea not null unique,
  old_agreed_at timestamptz,
  new_agreed_at timestamptz,
  expires_at timestamptz not null
);

-- Keys that all processes share and that nobody set by hand.
create table secret_key (
  name text primary key,
  value text not null
);
