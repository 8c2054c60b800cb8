-- Words the operator does not want to see published, or not without a second look.
create table watch_word (
  word text primary key check (length(word) between 1 and 60),
  severity text not null check (severity in ('forbid', 'warn')),
  reason text not null default '' check (length(reason) <= 300),
  replacement text not null default '' check (length(replacement) <= 60),
  added_by text not null,
  added_at timestamptz not null default now()
);

-- Every editor's text is held against the list; only an operator changes it.
alter table watch_word enable row level security;
alter table watch_word force row level security;
create policy watch_word_read on watch_word for select using (true);
create policy watch_word_change on watch_word using (sees_everything()) with check (sees_everything());
