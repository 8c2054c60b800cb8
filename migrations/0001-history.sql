-- Who changed what, when, from what to what. Rows are only ever added.
create table history (
  id bigint generated always as identity primary key,
  at timestamptz not null default now(),
  actor text not null,
  kind text not null,
  record text not null,
  action text not null,
  changes jsonb not null default '{}'
);
create index history_record on history (kind, record, id);

create function history_is_append_only() returns trigger language plpgsql as $$
begin
  raise exception 'history rows are never changed or deleted';
end $$;
create trigger history_append_only before update or delete or truncate on history
  for each statement execute function history_is_append_only();
