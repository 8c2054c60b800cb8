-- Who asks, as every transaction says it (database.server.ts): tables with row security look here.
create function sees_everything() returns boolean language sql stable as
  $$ select current_setting('yuanlian.zones', true) = '*' $$;

-- Zones the asker is at home in; nobody said so far means none.
create function sees_zone(zone text) returns boolean language sql stable as $$
  select current_setting('yuanlian.zones', true) = '*'
    or zone = any (string_to_array(current_setting('yuanlian.zones', true), ','))
$$;

-- The account that asks; null for a visitor, the command line and the system itself.
create function asking_account() returns bigint language sql stable as
  $$ select nullif(current_setting('yuanlian.account', true), '')::bigint $$;
