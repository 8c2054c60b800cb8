-- Mail on its way out. A row is written with the change that causes the mail, a job sends it.
create table mail (
  id bigint generated always as identity primary key,
  to_address text not null check (to_address !~ '[[:cntrl:]]' and length(to_address) between 3 and 254),
  lang text not null check (lang in ('zh', 'en')),
  kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  subject text not null check (subject !~ '[[:cntrl:]]' and length(subject) between 1 and 300),
  -- May hold a link that opens an account: gone as soon as the mail is sent or given up.
  body text,
  unsubscribe_url text,
  queued_at timestamptz not null default now(),
  tries integer not null default 0,
  last_tried_at timestamptz,
  last_error text,
  sent_at timestamptz,
  dropped_at timestamptz,
  check (body is null or (sent_at is null and dropped_at is null))
);
create index mail_on_its_way on mail (id) where sent_at is null and dropped_at is null;
