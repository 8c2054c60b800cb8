-- The files of a need or an offer are kept for its own people; the public reads those of one that is open and says whose it is.
-- `src/listings/public.ts` says the same for the page.
create function is_shown_with_its_record(file uuid) returns boolean language sql stable as $$
  select exists (
    select from listing_attachment join listing on listing.id = listing_id join organisation on organisation.id = organisation_id
    where file_id = file and listing.state in ('published', 'closed', 'expired') and secrecy = 'open' and not is_anonymous
      and organisation.is_public and organisation.merged_into is null)
$$;
create policy file_of_open_listing on file for select using (state = 'kept' and is_shown_with_its_record(id));

-- What is attached to one that is not open, or does not say whose it is, is its own people's until both sides have accepted.
drop policy listing_attachment_with_it on listing_attachment;
create policy listing_attachment_with_it on listing_attachment for select
  using (exists (select from listing where listing.id = listing_id
      and listing.state in ('published', 'closed', 'expired') and secrecy = 'open' and not is_anonymous)
    or exists (select from connection where (need_id = listing_id or offer_id = listing_id)
      and need_accepted_at is not null and offer_accepted_at is not null));

-- Keeps the files of a listing for its own people and for everybody it is acquainted with; called when a file comes and when
-- two sides have accepted. Whoever calls it may not change files of the other side, so it looks past the policies.
create function share_files_of_listing(listing_asked bigint) returns void language plpgsql as $$
declare asker text := current_setting('yuanlian.zones', true);
begin
  perform set_config('yuanlian.zones', '*', true);
  with side as (
    select organisation_id, zone_code from listing where id = listing_asked
    union
    select one.organisation_id, one.zone_code from connection, lateral (values
      (need_organisation_id, need_zone_code), (offer_organisation_id, offer_zone_code)) as one (organisation_id, zone_code)
    where (need_id = listing_asked or offer_id = listing_asked) and need_accepted_at is not null and offer_accepted_at is not null)
  update file set organisations = array(select distinct organisation_id from side order by 1),
    broker_zones = array(select distinct zone_code from side order by 1)
  from listing_attachment
  where listing_id = listing_asked and file_id = file.id and organisations is not null;
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
end $$;

-- A file that is taken off goes into the bin, also when its listing goes: nothing else may refer to it, and a member may not
-- delete files of the zone that it counts for.
create function let_go_of_file() returns trigger language plpgsql as $$
declare asker text := current_setting('yuanlian.zones', true);
begin
  perform set_config('yuanlian.zones', '*', true);
  update file set state = 'deleted', deleted_at = now()
  where id = old.file_id and state = 'kept' and organisations is not null
    and not exists (select from listing_attachment where file_id = old.file_id);
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
  return null;
end $$;
create trigger listing_attachment_gone after delete on listing_attachment for each row execute function let_go_of_file();
