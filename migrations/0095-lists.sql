-- A list as somebody likes to see it: its address under a name of their own.
create table saved_view (
  id bigint generated always as identity primary key,
  account_id bigint not null references account on delete cascade,
  list text not null check (list ~ '^[a-z][a-z-]{0,39}$'),
  name text not null check (length(name) between 1 and 60),
  query text not null check (length(query) <= 1000),
  unique (account_id, list, name)
);
alter table saved_view enable row level security;
alter table saved_view force row level security;
create policy saved_view_of_its_account on saved_view
  using (sees_everything() or account_id = asking_account());

-- A file that was read and shown, and waits for the person to say that it is what they want.
create table incoming_sheet (
  id uuid primary key default gen_random_uuid(),
  account_id bigint not null references account on delete cascade,
  list text not null,
  file_name text not null,
  rows jsonb not null,
  created_at timestamptz not null default now()
);
create index incoming_sheet_by_account on incoming_sheet (account_id);
alter table incoming_sheet enable row level security;
alter table incoming_sheet force row level security;
create policy incoming_sheet_of_its_account on incoming_sheet
  using (sees_everything() or account_id = asking_account());

-- What the desk's list of articles searches: the titles of all editions, without capitals. Kept here so that the list
-- reads one narrow table.
alter table article add column title_key text not null default '';
update article set title_key = coalesce(
  (select lower(string_agg(title, chr(10) order by lang desc)) from edition where article_id = article.id), '');

create function article_knows_its_titles() returns trigger language plpgsql as $$
begin
  update article set title_key =
      (select lower(string_agg(title, chr(10) order by lang desc)) from edition where article_id = new.article_id)
    where id = new.article_id;
  return null;
end $$;
create trigger edition_title after insert on edition for each row execute function article_knows_its_titles();
create trigger edition_title_changed after update of title on edition
  for each row when (old.title is distinct from new.title) execute function article_knows_its_titles();

create index article_by_update on article (updated_at, id);
create index article_by_zone_and_update on article (zone_code, updated_at, id);
