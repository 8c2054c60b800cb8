-- Zones are tenants: what a zone has not published, the database itself shows to nobody else, whatever a query forgets.
-- The processes work as the role yuanlian_app (src/platform/app-role.server.ts), which owns nothing. FORCE is for an
-- installation whose database user may not make that role: there the owner itself is held to the policies.
--
-- An operator beneath a policy uses an index only if it is leakproof: =, <, any(), but neither && nor LIKE.

-- An article is everybody's once it was published, and otherwise its zone's.
alter table article enable row level security;
alter table article force row level security;
create policy article_seen on article for select
  using (state = 'published' or state = 'withdrawn' or sees_zone(zone_code));
create policy article_added on article for insert with check (sees_zone(zone_code));
create policy article_changed on article for update using (sees_zone(zone_code)) with check (sees_zone(zone_code));
create policy article_removed on article for delete using (sees_zone(zone_code));

-- An edition is read with every public page, so it knows itself what it would else have to ask its article for.
alter table edition
  add column zone_code text,
  add column is_public boolean not null default false;
update edition set zone_code = article.zone_code, is_public = article.state in ('published', 'withdrawn')
  from article where article.id = article_id;

-- Runs as whoever asks: of an article out of their sight it learns nothing, and the policy refuses the row.
create function edition_takes_after_its_article() returns trigger language plpgsql as $$
begin
  select zone_code, state in ('published', 'withdrawn') into new.zone_code, new.is_public
    from article where id = new.article_id;
  return new;
end $$;
create trigger edition_takes_after before insert or update of article_id, zone_code, is_public on edition
  for each row execute function edition_takes_after_its_article();

create function article_tells_its_editions() returns trigger language plpgsql as $$
begin
  update edition set zone_code = new.zone_code where article_id = new.id;
  return null;
end $$;
create trigger article_tells after update of state, zone_code on article for each row
  when ((old.zone_code, old.state in ('published', 'withdrawn')) is distinct from
    (new.zone_code, new.state in ('published', 'withdrawn')))
  execute function article_tells_its_editions();

alter table edition enable row level security;
alter table edition force row level security;
create policy edition_seen on edition for select using (is_public or sees_zone(zone_code));
create policy edition_added on edition for insert with check (sees_zone(zone_code));
create policy edition_changed on edition for update using (sees_zone(zone_code)) with check (sees_zone(zone_code));
create policy edition_removed on edition for delete using (sees_zone(zone_code));

-- What else belongs to an article is seen with it, and changed by whoever may change it.
alter table attachment enable row level security;
alter table attachment force row level security;
create policy attachment_with_its_article on attachment for select
  using (exists (select from article where article.id = article_id));
create policy attachment_of_its_zone_added on attachment for insert
  with check (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));
create policy attachment_of_its_zone_changed on attachment for update
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));
create policy attachment_of_its_zone_removed on attachment for delete
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

-- How a text came to be, and what is still open about it, is never the public's.
alter table edition_revision enable row level security;
alter table edition_revision force row level security;
create policy edition_revision_of_its_zone on edition_revision
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

alter table article_question enable row level security;
alter table article_question force row level security;
create policy article_question_of_its_zone on article_question
  using (exists (select from article where article.id = article_id and sees_zone(article.zone_code)));

-- The words that related articles are found by are looked up by overlap, which no index can do beneath a policy. They
-- stand apart, without zone or title, and lead to an article that the reader sees or does not see.
create table article_terms (
  article_id bigint primary key references article on delete cascade,
  terms text[] not null
);
insert into article_terms select article_id, terms from edition where original;
drop index edition_by_terms;
create index article_by_terms on article_terms using gin (terms);

create function article_terms_follow_the_original() returns trigger language plpgsql as $$
begin
  insert into article_terms values (new.article_id, new.terms)
    on conflict (article_id) do update set terms = excluded.terms where article_terms.terms <> excluded.terms;
  return null;
end $$;
create trigger edition_terms after insert or update of terms, original on edition
  for each row when (new.original) execute function article_terms_follow_the_original();

-- Whoever started an import sees it; a file that became an article, also its zone's editors.
alter table import_run enable row level security;
alter table import_run force row level security;
create policy import_run_of_its_account on import_run
  using (sees_everything() or actor = 'account:' || asking_account());

alter table import_item enable row level security;
alter table import_item force row level security;
create policy import_item_of_its_run on import_item
  using (exists (select from import_run where import_run.id = run_id)
    or exists (select from article where article.id = article_id and sees_zone(article.zone_code)))
  with check (exists (select from import_run where import_run.id = run_id));

-- Names and industries of a zone are public; its own people change them.
alter table zone_alias enable row level security;
alter table zone_alias force row level security;
create policy zone_alias_for_everybody on zone_alias for select using (true);
create policy zone_alias_of_its_zone on zone_alias using (sees_zone(zone_code)) with check (sees_zone(zone_code));

alter table zone_industry enable row level security;
alter table zone_industry force row level security;
create policy zone_industry_for_everybody on zone_industry for select using (true);
create policy zone_industry_of_its_zone on zone_industry using (sees_zone(zone_code)) with check (sees_zone(zone_code));
