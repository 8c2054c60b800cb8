-- Who somebody is, is seen by themselves, by the operators, and by the people of a zone they share. Signing in looks before
-- anybody is known, and does so on connections of its own (addressOfGate in src/platform/app-role.server.ts).

alter table membership enable row level security;
alter table membership force row level security;
create policy membership_seen on membership for select
  using (account_id = asking_account() or sees_zone(zone_code));
create policy membership_added on membership for insert with check (sees_zone(zone_code));
create policy membership_removed on membership for delete using (sees_zone(zone_code));

alter table account enable row level security;
alter table account force row level security;
create policy account_seen on account for select
  using (sees_everything() or id = asking_account()
    or exists (select from membership where account_id = account.id and sees_zone(zone_code)));
create policy account_added on account for insert with check (sees_everything());
create policy account_changed on account for update using (sees_everything() or id = asking_account());
create policy account_removed on account for delete using (sees_everything());

-- What proves who somebody is, is their own alone.
do $$ declare name text; begin
  foreach name in array array['session', 'credential', 'old_password', 'two_factor', 'used_code', 'known_device', 'passkey',
    'email_change']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_everything() or account_id = asking_account())',
      name || '_of_its_account', name);
  end loop;
  foreach name in array array['verification', 'secret_key', 'one_time_link', 'sign_in_attempt']
  loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_everything())', name || '_of_the_gate', name);
  end loop;
end $$;

-- The unit an officer reports for; the units themselves come with the profile of the zone.
alter table membership add column unit_id bigint;
alter table membership drop constraint membership_account_id_role_zone_code_key;
alter table membership add constraint membership_once unique nulls not distinct (account_id, role, zone_code, unit_id);
