-- What is looked after beside the stages of a project: checks before signing, permits before the start, milestones, visits
-- once it produces, whether promises were kept, and the proof of all that. The three lists are the operator's to change.

-- What is asked of every investor before anything is signed.
create table diligence_question (
  id bigint generated always as identity primary key,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 200),
  name_en text not null default '' check (length(name_en) <= 400),
  place smallint not null,
  is_used boolean not null default true
);
insert into diligence_question (name_zh, name_en, place) values
  ('投资主体依法设立，存续正常', 'The investor exists in law and is in good standing', 1),
  ('没有列入严重违法失信、被执行人名单', 'It is on no list of serious offenders or of judgment debtors', 2),
  ('资金来源清楚，有能力出资', 'Where the money comes from is known, and it is there', 3),
  ('技术和知识产权归属清楚', 'The technology and its rights are its own', 4),
  ('符合产业政策和园区产业定位', 'It fits industrial policy and what the zone is for', 5),
  ('能耗、环保、安全没有否决事项', 'Nothing in energy, environment or safety rules it out', 6),
  ('用地和厂房需求可以落实', 'The land and buildings that it needs can be had', 7);

-- The steps between signing and start, and how many working days each has once it was applied for.
create table permit_step (
  id bigint generated always as identity primary key,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 80),
  name_en text not null default '' check (length(name_en) <= 160),
  days smallint not null check (days between 1 and 365),
  place smallint not null,
  is_used boolean not null default true
);
insert into permit_step (name_zh, name_en, days, place) values
  ('立项备案', 'Project filing', 3, 1),
  ('用地手续', 'Land', 20, 2),
  ('建设用地规划许可', 'Land-use planning permit', 7, 3),
  ('建设工程规划许可', 'Works planning permit', 10, 4),
  ('节能审查', 'Energy review', 10, 5),
  ('环境影响评价', 'Environmental assessment', 15, 6),
  ('施工图审查', 'Review of the drawings', 10, 7),
  ('施工许可', 'Construction permit', 5, 8);

-- Kinds of proof. What needs one says so: each signing, each arrival, or a project that has reached a stage.
create table evidence_tag (
  id bigint generated always as identity primary key,
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 40),
  name_en text not null default '' check (length(name_en) <= 80),
  needed_for text not null default '' check (needed_for in ('', 'signing', 'arrival', 'lead', 'assessed', 'negotiating',
    'signed', 'approval', 'started', 'completed', 'in-production', 'full-capacity', 'fulfilled')),
  place smallint not null,
  is_used boolean not null default true
);
insert into evidence_tag (name_zh, name_en, needed_for, place) values
  ('协议或合同', 'Contract', 'signing', 1),
  ('银行回单或验资报告', 'Bank slip or capital report', 'arrival', 2),
  ('施工许可证', 'Construction permit', 'started', 3),
  ('现场照片', 'Photo of the site', 'started', 4),
  ('竣工验收文件', 'Acceptance of the works', 'completed', 5),
  ('投产证明', 'Proof of production', 'in-production', 6);

create table project_check (
  project_id bigint not null,
  zone_code text not null,
  question_id bigint not null references diligence_question,
  result text not null check (result in ('fine', 'doubt', 'stop')),
  note text not null default '' check (length(note) <= 2000),
  document uuid references file,
  checked_on date not null,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  primary key (project_id, question_id),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  check (result = 'fine' or note <> '')
);

create table project_permit (
  project_id bigint not null,
  zone_code text not null,
  step_id bigint not null references permit_step,
  -- As many working days as the step had when it was applied for: a later change of the list moves no clock that runs.
  days smallint not null check (days between 1 and 365),
  applied_on date,
  got_on date,
  is_waived boolean not null default false,
  note text not null default '' check (length(note) <= 1000),
  primary key (project_id, step_id),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  check (got_on is null or (applied_on is not null and got_on >= applied_on)),
  check (not is_waived or (applied_on is null and note <> '')),
  check (is_waived or applied_on is not null)
);
create index project_permit_open on project_permit (project_id) where applied_on is not null and got_on is null;

create table project_milestone (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  name text not null check (name <> '' and length(name) <= 120),
  due_on date not null,
  done_on date,
  note text not null default '' check (length(note) <= 1000),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade
);
create index project_milestone_by_project on project_milestone (project_id, due_on, id);

-- Visits to what produces: what was said, and what was promised there.
create table project_visit (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  visited_on date not null,
  visitor text not null check (visitor <> '' and length(visitor) <= 200),
  said text not null check (said <> '' and length(said) <= 4000),
  promised text not null default '' check (length(promised) <= 500),
  promised_by date,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  check ((promised = '') = (promised_by is null))
);
create index project_visit_by_project on project_visit (project_id, visited_on desc, id desc);

create table project_verdict (
  project_id bigint not null,
  zone_code text not null,
  measure text not null check (measure in ('jobs', 'land', 'energy', 'output', 'tax')),
  verdict text not null check (verdict in ('kept', 'partly', 'broken')),
  -- The sums that were judged: once figures change, it was about others.
  promised numeric(20, 2) not null,
  real numeric(20, 2),
  note text not null default '' check (length(note) <= 1000),
  judged_on date not null,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  primary key (project_id, measure),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  check (real is not null or note <> '')
);

-- Which kind of proof a file is, of the project itself or of one line of its ledgers.
create table project_evidence (
  id bigint generated always as identity primary key,
  project_id bigint not null,
  zone_code text not null,
  tag_id bigint not null references evidence_tag,
  document uuid not null references file,
  signing_id bigint references project_signing,
  arrival_id bigint references project_arrival,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  foreign key (project_id, zone_code) references project (id, zone_code) on delete cascade,
  check (signing_id is null or arrival_id is null)
);
create index project_evidence_by_project on project_evidence (project_id, id);
create index project_evidence_by_document on project_evidence (document);

do $$ declare name text; begin
  foreach name in array array['project_check', 'project_permit', 'project_milestone', 'project_visit', 'project_verdict',
    'project_evidence'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
