-- Queries that join a unit to a record speak of the record’s own `sample`.
alter table unit rename column sample to is_sample;
