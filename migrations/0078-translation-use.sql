-- How often an account has asked the translation service, so that one person cannot use it up for all.
create table translation_use (
  id bigint primary key generated always as identity,
  account_id bigint not null references account on delete cascade,
  characters integer not null check (characters >= 0),
  at timestamptz not null default now()
);
create index translation_use_of_account on translation_use (account_id, at);

alter table translation_use enable row level security;
alter table translation_use force row level security;
create policy translation_use_of_its_account on translation_use
  using (sees_everything() or account_id = asking_account())
  with check (sees_everything() or account_id = asking_account());
