-- The history can be read by those it concerns, and shows whether somebody went round the program to change it.

alter table history
  -- The zone whose people may read the row; null for what concerns the whole site.
  add column zone_code text references zone;
create index history_by_actor on history (actor, id);
create index history_by_zone on history (zone_code, id) where zone_code is not null;

-- Anybody's deed is written down, whoever they are; the site's own deeds are read by its operators, a zone's by its people.
alter table history enable row level security;
alter table history force row level security;
create policy history_added on history for insert with check (true);
create policy history_read on history for select using (sees_zone(zone_code));

-- Whoever writes down a deed need not know the zone of its record: a row that does not say takes it from there.
create function history_takes_its_zone() returns trigger language plpgsql as $$
begin
  if new.kind = 'article' and new.record ~ '^[0-9]{1,18}$' then
    select zone_code into new.zone_code from article where id = new.record::bigint;
  elsif new.kind = 'zone' then
    select code into new.zone_code from zone where code = new.record;
  end if;
  return new;
end $$;
create trigger history_zone before insert on history
  for each row when (new.zone_code is null) execute function history_takes_its_zone();

-- What a row says, in a form that does not depend on the settings of a session.
create function history_content(told history) returns bytea language sql immutable as $$
  select convert_to(jsonb_build_array(told.id, extract(epoch from told.at), told.actor, told.kind, told.record, told.action,
    told.changes, told.zone_code)::text, 'UTF8')
$$;

-- Each row's place in the chain: its hash covers what the row says and the hash before it, so nothing in the middle can be
-- changed, removed or put in without every later hash being wrong.
create table history_chain (
  position bigint primary key,
  history_id bigint not null unique,
  hash bytea not null
);

insert into history_chain
with recursive ordered as (
  select row_number() over (order by id) as position, id, history_content(history) as content from history
), chained as (
  select position, id, sha256(content) as hash from ordered where position = 1
  union all
  select o.position, o.id, sha256(c.hash || o.content) from chained c join ordered o on o.position = c.position + 1
)
select position, id, hash from chained;

-- Runs when its transaction commits: only then do others wait, and no longer than it takes to write one row. The owner's
-- right to add to the chain is used here and nowhere else.
create function history_joins_the_chain() returns trigger
language plpgsql security definer set search_path = pg_catalog, public, pg_temp as $$
declare
  last history_chain;
begin
  perform pg_advisory_xact_lock(7240213604);
  select * into last from history_chain order by position desc limit 1;
  insert into history_chain values (coalesce(last.position, 0) + 1, new.id,
    sha256(coalesce(last.hash, '') || history_content(new)));
  return null;
end $$;
create constraint trigger history_chained after insert on history deferrable initially deferred
  for each row execute function history_joins_the_chain();

create trigger history_chain_append_only before update or delete or truncate on history_chain
  for each statement execute function history_is_append_only();
