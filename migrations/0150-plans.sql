-- Plans, with what leaders instruct about them and about anything else that is owed.

-- Whom a unit answers through: reminders that stay unanswered climb from the person to the head to the leader.
alter table unit
  add column head_name text not null default '',
  add column head_email text not null default '',
  add column head_account_id bigint references account;

-- A leader's instruction 批示, given in the desk or on paper and written down by somebody who may.
create table instruction (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  leader_name text not null check (leader_name <> '' and length(leader_name) <= 80),
  leader_account_id bigint references account,
  body text not null check (body <> '' and length(body) <= 4000),
  given_on date not null,
  -- The paper it was written on, where there is one.
  document uuid references file,
  -- What it is about: a plan, a task, an indicator, a project, a slip; empty where it is about none.
  about_kind text not null default '',
  about_record bigint,
  recorded_by text not null,
  sample boolean not null default false,
  at timestamptz not null default now(),
  unique (id, zone_code),
  check ((about_kind = '') = (about_record is null))
);
create index instruction_by_zone on instruction (zone_code, given_on desc, id desc);
create index instruction_by_record on instruction (about_kind, about_record) where about_record is not null;

create table plan (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  state text not null default 'draft' check (state in ('draft', 'in-force', 'closed')),
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 256),
  title_en text not null default '' check (length(title_en) <= 400),
  summary_zh text not null default '' check (length(summary_zh) <= 2000),
  summary_en text not null default '' check (length(summary_en) <= 4000),
  issuer_zh text not null default '' check (length(issuer_zh) <= 120),
  issuer_en text not null default '' check (length(issuer_en) <= 240),
  -- Such as 相政发〔2024〕3号.
  document_number text not null default '' check (length(document_number) <= 60),
  issued_on date,
  begins_on date not null,
  ends_on date not null check (ends_on > begins_on),
  document uuid references file,
  -- The article that announced it.
  article_id bigint references article,
  is_public boolean not null default false,
  -- Counts up with every adjustment after it came into force.
  version integer not null default 1,
  revision integer not null default 1,
  sample boolean not null default false,
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now(),
  unique (id, zone_code)
);
create index plan_by_zone on plan (zone_code, begins_on desc, id desc);
create index plan_public on plan (begins_on desc, id desc) where is_public and state <> 'draft';

-- What a plan wants, in its own order; indicators and tasks hang beneath.
create table goal (
  id bigint generated always as identity primary key,
  plan_id bigint not null,
  zone_code text not null,
  parent_id bigint,
  position smallint not null default 0,
  -- As the document numbers it, such as 一 or （二）.
  number text not null default '' check (length(number) <= 20),
  title_zh text not null check (title_zh <> '' and length(title_zh) <= 500),
  title_en text not null default '' check (length(title_en) <= 1000),
  -- The sentence of the document it was taken from.
  sentence text not null default '' check (length(sentence) <= 4000),
  foreign key (plan_id, zone_code) references plan (id, zone_code) on delete cascade,
  unique (id, plan_id),
  foreign key (parent_id, plan_id) references goal (id, plan_id)
);
create index goal_by_plan on goal (plan_id, position, id);
create index goal_by_parent on goal (parent_id) where parent_id is not null;

do $$ declare name text; begin
  foreach name in array array['instruction', 'plan', 'goal'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
create policy plan_public on plan for select using (is_public and state <> 'draft');
create policy goal_of_public_plan on goal for select using (exists (select from plan where plan.id = plan_id));
