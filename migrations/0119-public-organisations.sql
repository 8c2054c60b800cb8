-- The public directory, newest first and by what it is filtered with.
create index organisation_public on organisation (id desc) where is_public and merged_into is null;
create index organisation_honour_by_level on organisation_honour (level, organisation_id);
