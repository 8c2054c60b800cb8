-- The sample's tasks and projects need units to belong to; they go with it when nothing else names them.
alter table unit add column sample boolean not null default false;
