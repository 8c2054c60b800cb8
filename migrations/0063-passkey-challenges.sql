-- What a passkey is asked to sign: once, within five minutes, by the browser that asked. The browser keeps the token.
create table passkey_challenge (
  token_hash bytea primary key,
  challenge text not null,
  purpose text not null check (purpose in ('add', 'sign-in')),
  -- Null where anybody with a passkey may answer.
  account_id bigint references account on delete cascade,
  expires_at timestamptz not null
);
create index passkey_challenge_by_expiry on passkey_challenge (expires_at);
create index passkey_challenge_by_account on passkey_challenge (account_id);
alter table passkey_challenge enable row level security;
alter table passkey_challenge force row level security;
create policy passkey_challenge_of_the_gate on passkey_challenge using (sees_everything());
