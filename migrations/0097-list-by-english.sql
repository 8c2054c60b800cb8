-- How the English of an article stands to its original, kept beside it: the desk asks for what is missing or stale in all
-- the articles of all zones, and comparing editions for that takes seconds.
alter table article add column english text not null default 'missing'
  check (english in ('missing', 'original', 'current', 'stale'));

create function english_of(article bigint) returns text language sql stable as $$
  select coalesce((
    select case when english.original then 'original'
        when coalesce(english.translates_revision, 0) < original.revision then 'stale' else 'current' end
      from edition english
      join edition original on original.article_id = english.article_id and original.original
      where english.article_id = $1 and english.lang = 'en'), 'missing')
$$;
update article set english = english_of(id) where exists (select from edition where article_id = article.id and lang = 'en');

create or replace function article_knows_its_titles() returns trigger language plpgsql as $$
begin
  update article set english = english_of(new.article_id), title_key =
      (select lower(string_agg(title, chr(10) order by lang desc)) from edition where article_id = new.article_id)
    where id = new.article_id;
  return null;
end $$;
drop trigger edition_title_changed on edition;
create trigger edition_title_changed after update of title, revision, translates_revision, original on edition
  for each row when (old.title is distinct from new.title or old.revision is distinct from new.revision
    or old.translates_revision is distinct from new.translates_revision or old.original is distinct from new.original)
  execute function article_knows_its_titles();

create index article_by_english on article (english, updated_at, id) where english in ('missing', 'stale');
