-- The sample’s tasks and projects need units to belong to; they go with it when nothing else names them. Not called `sample`:
-- queries that join a unit to a record speak of the record’s own.
alter table unit add column is_sample boolean not null default false;
