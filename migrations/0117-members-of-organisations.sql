-- A member is one of an organisation and of no zone; whoever was a member of a zone could do nothing by it.
delete from membership where role = 'member' and organisation_id is null;
alter table membership drop constraint membership_check;
alter table membership add constraint membership_place check (
  (role in ('operator', 'member')) = (zone_code is null) and (role = 'member') = (organisation_id is not null));

-- An invitation to act for an organisation is seen where the organisation is kept.
create or replace function sees_every_zone(memberships jsonb) returns boolean language sql stable as $$
  select sees_everything() or not exists (
    select from jsonb_array_elements(memberships) given
    where not coalesce(sees_zone(given ->> 'zone'), false)
      and not exists (select from organisation
        where id = (given ->> 'organisation')::bigint and sees_zone(zone_code)))
$$;
