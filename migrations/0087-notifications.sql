-- What an account is told in the desk, and by mail where it wishes.
create table notification (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  text_zh text not null check (length(text_zh) between 1 and 1000),
  text_en text not null check (length(text_en) between 1 and 1000),
  -- A path of this site without its language, such as `/desk/articles/12`.
  path text not null check (path ~ '^/([^/\\[:cntrl:]][^\\[:cntrl:]]*)?$'),
  -- All that one change told, so that one job mails them.
  batch uuid not null,
  created_at timestamptz not null default now(),
  read_at timestamptz,
  -- When a mail, or the decision not to send one, took care of it; the digest takes what is left.
  mailed_at timestamptz
);
create index notification_by_account on notification (account_id, (read_at is null) desc, id desc);
create index notification_unread on notification (account_id) where read_at is null;
create index notification_by_batch on notification (batch) where mailed_at is null;

-- How an account wants a kind by mail; without a row the default of the kind counts.
create table notification_setting (
  account_id bigint not null references account on delete cascade,
  kind text not null check (kind ~ '^[a-z][a-z-]{0,39}$'),
  mail text not null check (mail in ('at-once', 'daily', 'off')),
  primary key (account_id, kind)
);
