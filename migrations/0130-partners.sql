-- As the broker was called when they took it over: the two sides see no accounts of a zone.
alter table connection add column broker_name text not null default '';

-- How to reach each other, once both have accepted.
create policy organisation_contact_of_partners on organisation_contact for select
  using (exists (select from connection
    where need_accepted_at is not null and offer_accepted_at is not null
      and (need_organisation_id = organisation_contact.organisation_id
        or offer_organisation_id = organisation_contact.organisation_id)));
