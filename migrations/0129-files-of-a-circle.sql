-- A file that is kept for some only: who acts for these organisations, and the brokers of these zones. Null is the whole zone.
alter table file
  add column organisations bigint[],
  add column broker_zones text[],
  add check ((organisations is null) = (broker_zones is null));
create policy file_of_its_circle on file for select
  using (state = 'kept' and (
    exists (select from unnest(organisations) as one where sees_organisation(one))
    or exists (select from unnest(broker_zones) as one where sees_zone(one))));
