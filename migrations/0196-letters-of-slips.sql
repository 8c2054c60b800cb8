-- A letter about a slip lets its reader answer without signing in; what shows that an answer is so is kept beside it.

-- Good for whoever it was sent to, as long as that person answers for the slip; checked when it is used.
create table slip_letter (
  id bigint generated always as identity primary key,
  slip_id bigint not null,
  zone_code text not null,
  -- Only the hash: who reads the database answers for nobody.
  token_hash bytea not null unique,
  reader text not null check (reader in ('person', 'head', 'officer')),
  name text not null default '' check (length(name) <= 80),
  email text not null check (email <> '' and length(email) <= 254),
  account_id bigint references account on delete cascade,
  lang text not null default 'zh' check (lang in ('zh', 'en')),
  sent_at timestamptz not null,
  expires_at timestamptz not null check (expires_at > sent_at),
  -- A later letter to the same reader about the same slip took its place.
  replaced_at timestamptz,
  foreign key (slip_id, zone_code) references slip (id, zone_code) on delete cascade
);
create index slip_letter_by_reader on slip_letter (slip_id, email) where replaced_at is null;

create table slip_evidence (
  id bigint generated always as identity primary key,
  slip_id bigint not null,
  zone_code text not null,
  event_id bigint not null references slip_event on delete cascade,
  title text not null check (title <> '' and length(title) <= 256),
  file_id uuid references file,
  address text not null default '' check (length(address) <= 2000),
  foreign key (slip_id, zone_code) references slip (id, zone_code) on delete cascade,
  check (file_id is not null or address <> '')
);
create index slip_evidence_by_slip on slip_evidence (slip_id, id);
create index slip_evidence_by_event on slip_evidence (event_id);
create index slip_evidence_by_file on slip_evidence (file_id) where file_id is not null;

do $$ declare name text; begin
  foreach name in array array['slip_letter', 'slip_evidence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
