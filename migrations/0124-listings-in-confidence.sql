-- What is confidential takes part in matching and is on no board: the public never sees it, the other side of a connection does.
drop policy listing_seen on listing;
create policy listing_seen on listing for select
  using ((state in ('published', 'closed', 'expired') and (secrecy <> 'confidential'
      or exists (select from connection where connection.need_id = listing.id or connection.offer_id = listing.id)))
    or sees_zone(zone_code) or sees_organisation(organisation_id));
