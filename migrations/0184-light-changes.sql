-- When a light turned, so that a week can say what is new; and the ways in to what else happened in a week.
create table light_change (
  id bigint generated always as identity primary key,
  zone_code text not null,
  kind text not null check (kind in ('task', 'indicator', 'project')),
  record_id bigint not null,
  was text not null,
  light text not null,
  at timestamptz not null default now()
);
create index light_change_by_zone on light_change (zone_code, at desc, id desc);
create index light_change_by_record on light_change (kind, record_id, id desc);
alter table light_change enable row level security;
alter table light_change force row level security;
create policy light_change_of_its_zone on light_change using (sees_zone(zone_code)) with check (sees_zone(zone_code));

-- Whoever refreshes a standing writes its light; this remembers the turn with it, in the same transaction.
create function light_turns() returns trigger language plpgsql as $$
begin
  insert into light_change (zone_code, kind, record_id, was, light)
  values (new.zone_code, tg_table_name, new.id, old.light, new.light);
  return null;
end $$;
create trigger task_light_turns after update of light on task for each row
  when (old.light is distinct from new.light) execute function light_turns();
create trigger indicator_light_turns after update of light on indicator for each row
  when (old.light is distinct from new.light) execute function light_turns();
create trigger project_light_turns after update of light on project for each row
  when (old.light is distinct from new.light) execute function light_turns();

create index milestone_done on milestone (zone_code, done_on desc, id desc) where done_on is not null;
create index observation_said on observation (zone_code, at desc, id desc) where is_current and origin <> 'computed';
create index plan_adjustment_by_zone on plan_adjustment (zone_code, at desc);
