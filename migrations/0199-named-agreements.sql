-- Whether each side lets it be said in public, by name and without the amount, that the two agreed.
alter table connection_amount
  add column need_named boolean not null default false,
  add column offer_named boolean not null default false;
