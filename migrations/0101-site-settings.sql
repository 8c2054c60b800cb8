-- What the operator says about the whole site, as one document: it is read whole and written whole. Its form is
-- src/platform/site.ts. The first value is `site.json` of the data folder; after that the file is not read again.
create table site_setting (
  only_one boolean primary key default true check (only_one),
  settings jsonb not null check (jsonb_typeof(settings) = 'object'),
  version integer not null default 1,
  set_by text not null,
  set_at timestamptz not null default now()
);
alter table site_setting enable row level security;
alter table site_setting force row level security;
create policy site_setting_for_everybody on site_setting for select using (true);
create policy site_setting_of_the_operators on site_setting using (sees_everything()) with check (sees_everything());
