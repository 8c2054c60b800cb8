-- What matching found in the texts of a need, an offer or an institute. Looked up by overlap, which no index can do beneath a
-- policy: so it stands apart, without zone, name or text, and leads to a record that the reader sees or does not see.
create table match_document (
  id bigint generated always as identity primary key,
  role text not null check (role in ('need', 'offer', 'institute')),
  listing_id bigint unique references listing on delete cascade,
  institute_id bigint unique references organisation on delete cascade,
  terms text[] not null,
  check ((role = 'institute') = (institute_id is not null)),
  check ((role = 'institute') = (listing_id is null))
);
create index match_document_by_terms on match_document using gin (terms);
create index match_document_by_role on match_document (role, id);

-- In how many of them a term stands: what everybody says tells nobody apart.
create table match_term (
  term text primary key,
  documents integer not null
);

create function count_match_terms() returns trigger language plpgsql as $$
begin
  -- In one order, so that two at once wait for each other instead of for each other's rows.
  insert into match_term
    select term, sum(step) from (
      select unnest(old.terms) as term, -1 as step where tg_op <> 'INSERT'
      union all select unnest(new.terms), 1 where tg_op <> 'DELETE') changed
    group by term having sum(step) <> 0 order by term
    on conflict (term) do update set documents = match_term.documents + excluded.documents;
  return null;
end $$;
create trigger match_document_counts after insert or update of terms or delete on match_document
  for each row execute function count_match_terms();
