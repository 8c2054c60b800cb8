-- Leaders who want the brief of their zone by mail each Monday: off until they say so.
create table brief_reader (
  account_id bigint not null references account on delete cascade,
  zone_code text not null references zone,
  -- The Monday it was last sent on, so that one run after another sends none twice.
  sent_on date,
  primary key (account_id, zone_code)
);
create index brief_reader_by_zone on brief_reader (zone_code);
alter table brief_reader enable row level security;
alter table brief_reader force row level security;
create policy brief_reader_of_its_reader on brief_reader using (account_id = asking_account() or sees_everything());
