-- What a plan in force was before it was adjusted, and by whose instruction it was.

alter table plan
  add column closed_on date,
  add column closed_reason text not null default '' check (length(closed_reason) <= 1000);

-- One change in the open: it made that version.
create table plan_adjustment (
  plan_id bigint not null,
  version integer not null check (version > 1),
  zone_code text not null,
  instruction_id bigint not null,
  -- As the instruction said it then: the public reads these and not the instruction.
  leader_name text not null check (leader_name <> '' and length(leader_name) <= 80),
  instructed_on date not null,
  reason text not null check (reason <> '' and length(reason) <= 1000),
  adjusted_on date not null,
  actor text not null,
  actor_name text not null,
  at timestamptz not null default now(),
  primary key (plan_id, version),
  foreign key (plan_id, zone_code) references plan (id, zone_code) on delete cascade,
  foreign key (instruction_id, zone_code) references instruction (id, zone_code)
);
create index plan_adjustment_by_instruction on plan_adjustment (instruction_id);

-- The plan as it was at a version that another has replaced: whole for its zone, and what was public of it for everybody.
create table plan_version (
  plan_id bigint not null,
  version integer not null,
  audience text not null check (audience in ('zone', 'public')),
  zone_code text not null,
  snapshot jsonb not null,
  at timestamptz not null default now(),
  primary key (plan_id, version, audience),
  foreign key (plan_id, zone_code) references plan (id, zone_code) on delete cascade
);

do $$ declare name text; begin
  foreach name in array array['plan_adjustment', 'plan_version'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
create policy plan_adjustment_of_public_plan on plan_adjustment for select
  using (exists (select from plan where plan.id = plan_id));
create policy plan_version_of_public_plan on plan_version for select
  using (audience = 'public' and exists (select from plan where plan.id = plan_id));
