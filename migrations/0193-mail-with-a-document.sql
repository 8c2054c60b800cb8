-- A mail may carry a document that is made when it is sent, as the account it is for may see the zone then: the row only names it.
alter table mail
  add column attached text check (attached ~ '^[a-z][a-z-]{0,39}$'),
  add column attached_for bigint references account on delete set null,
  add column attached_zone text references zone,
  add check ((attached is null) = (attached_zone is null));
