-- Which original the working copy of a translation was made from, or last checked against. Null: that of its edition.
alter table edition_draft
  add column translates_revision integer check (translates_revision >= 0),
  -- The version of the original's own working copy that was read beside it; 0 where there was none.
  add column translates_version integer not null default 0;
