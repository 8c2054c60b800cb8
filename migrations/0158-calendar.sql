-- Days the operator added to the announced calendar, or corrected in it: one calendar for every clock of the site.
create table calendar_day (
  day date primary key,
  is_worked boolean not null,
  -- Such as 国庆节, or why the day is worked.
  name text not null default '' check (length(name) <= 60),
  set_by text not null,
  set_at timestamptz not null default now()
);
alter table calendar_day enable row level security;
alter table calendar_day force row level security;
create policy calendar_day_read on calendar_day for select using (true);
create policy calendar_day_of_the_operator on calendar_day using (sees_everything()) with check (sees_everything());
