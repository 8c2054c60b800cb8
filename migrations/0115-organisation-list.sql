-- The list of the desk: what was changed last stands first.
create index organisation_by_change on organisation (zone_code, updated_at desc, id desc) where merged_into is null;
create index organisation_by_change_anywhere on organisation (updated_at desc, id desc) where merged_into is null;
create index organisation_by_name on organisation (name_zh, id) where merged_into is null;
