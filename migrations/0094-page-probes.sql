-- How long pages of this site took to open, asked every half hour from where the site runs, as an inspection does.
create table page_probe (
  path text not null,
  at timestamptz not null default now(),
  -- Null when there was no good answer within fifteen seconds.
  milliseconds integer,
  primary key (path, at)
);
create index page_probe_latest on page_probe (at);
