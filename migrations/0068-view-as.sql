-- An operator looks at the site as somebody else does: for a quarter of an hour, in the session that began it.

alter table session
  add column viewing_account_id bigint references account on delete set null,
  add column viewing_until timestamptz;
create index session_by_viewed on session (viewing_account_id) where viewing_account_id is not null;

-- A look ends in many ways (by its button, by the clock, with the session, with the account that is looked at), and each of
-- them is remembered: where the row changes, not in each of the places that may change it.
create function view_end_is_remembered() returns trigger language plpgsql as $$
begin
  insert into history (actor, kind, record, action, changes) values ('account:' || old.account_id, 'account',
    old.viewing_account_id::text, 'view ended', jsonb_build_object('until', jsonb_build_array(old.viewing_until, null)));
  return null;
end $$;
create trigger session_view_ends after update of viewing_account_id on session for each row
  when (old.viewing_account_id is not null and new.viewing_account_id is distinct from old.viewing_account_id)
  execute function view_end_is_remembered();
create trigger session_ends_with_its_view after delete on session for each row
  when (old.viewing_account_id is not null) execute function view_end_is_remembered();
