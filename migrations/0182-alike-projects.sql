-- What tells a project from another in short (src/projects/alike.ts): pairs of characters of its names, its investor, its
-- site. A new lead is compared with those that share some of them, however many projects a zone has.
alter table project add column alike_keys text[] not null default '{}';
create index project_by_likeness on project using gin (alike_keys);
