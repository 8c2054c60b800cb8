-- What people upload. The bytes are in the storage (a folder or a bucket) under this id; here stands what they are.
create table file (
  id uuid primary key default gen_random_uuid(),
  zone_code text not null references zone,
  -- As its sender called it, without anything that leads elsewhere; its ending is that of its content.
  name text not null check (length(name) between 1 and 200),
  media_type text not null,
  -- Of what a reader downloads: a document as it came, a picture in its largest form.
  bytes bigint not null check (bytes >= 0),
  -- Of everything that is kept of it: what counts for the quota of the zone.
  stored_bytes bigint not null check (stored_bytes >= 0),
  width integer,
  height integer,
  sha256 text not null,
  -- The forms it is kept in, each with name, mediaType, bytes, sha256; no other is ever made.
  variants jsonb not null,
  -- arriving: announced, its bytes on their way to the storage.
  state text not null default 'arriving' check (state in ('arriving', 'kept', 'deleted')),
  -- As history names the person who sent it, and their name then.
  uploaded_by text not null,
  uploader_name text not null,
  -- In milliseconds, as programs count, so that a list can go on after exactly this one.
  at timestamptz(3) not null default now(),
  deleted_at timestamptz,
  check ((state = 'deleted') = (deleted_at is not null)),
  check ((width is null) = (height is null)),
  unique (id, zone_code)
);
create index file_of_zone on file (zone_code, at desc, id desc);
create index file_to_purge on file (coalesce(deleted_at, at)) where state <> 'kept';

-- Which record refers to which file; written by the noun in its own transaction. Public as far as its record is.
create table file_use (
  file_id uuid not null,
  zone_code text not null,
  kind text not null,
  record text not null,
  is_public boolean not null,
  primary key (file_id, kind, record),
  foreign key (file_id, zone_code) references file (id, zone_code)
);
create index file_use_by_record on file_use (kind, record);

alter table file_use enable row level security;
alter table file_use force row level security;
create policy file_use_of_its_zone on file_use using (sees_zone(zone_code)) with check (sees_zone(zone_code));
create policy file_use_in_public on file_use for select using (is_public);

alter table file enable row level security;
alter table file force row level security;
create policy file_of_its_zone on file using (sees_zone(zone_code)) with check (sees_zone(zone_code));
create policy file_in_public on file for select
  using (state = 'kept' and exists (select from file_use where file_use.file_id = file.id and is_public));

-- An attachment is an address elsewhere, or a file of ours.
alter table attachment add column file_id uuid references file;
alter table attachment add constraint attachment_is_somewhere check (file_id is null or address = '');
