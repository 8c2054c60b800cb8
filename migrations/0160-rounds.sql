-- Written reports 书面交流: a question to several blocks, and what each of them answers beside what is already known.
create table round (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 256),
  title_en text not null default '' check (length(title_en) <= 400),
  question_zh text not null check (question_zh <> '' and length(question_zh) <= 2000),
  question_en text not null default '' check (length(question_en) <= 4000),
  due_on date not null,
  state text not null default 'open' check (state in ('open', 'closed')),
  asked_by text not null,
  asker_name text not null,
  sample boolean not null default false,
  revision integer not null default 1,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, zone_code)
);
create index round_by_zone on round (zone_code, due_on desc, id desc);

create table round_answer (
  id bigint generated always as identity primary key,
  round_id bigint not null,
  zone_code text not null,
  unit_id bigint not null,
  state text not null default 'owed' check (state in ('owed', 'draft', 'handed-in', 'sent-back')),
  body text not null default '' check (length(body) <= 5000),
  -- What was known of the block when it was handed in, kept as it was then.
  known jsonb,
  handed_in_on date,
  handed_in_by text,
  handed_in_name text not null default '',
  -- Why it was sent back.
  comment text not null default '' check (length(comment) <= 2000),
  reminded_on date,
  revision integer not null default 1,
  updated_at timestamptz not null default now(),
  foreign key (round_id, zone_code) references round (id, zone_code) on delete cascade,
  foreign key (unit_id, zone_code) references unit (id, zone_code),
  unique (round_id, unit_id),
  check (state <> 'handed-in' or (body <> '' and known is not null and handed_in_on is not null))
);
create index round_answer_by_unit on round_answer (unit_id, round_id);

do $$ declare name text; begin
  foreach name in array array['round', 'round_answer'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
