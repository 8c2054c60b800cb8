-- What is said of a file that was read and waits to be confirmed: rows left out, totals that do not add up.
alter table incoming_sheet add column notices jsonb not null default '[]';
