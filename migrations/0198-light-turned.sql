-- The last turn of a light stands on its record: a week's news is read from there, and nothing grows without end.
-- The table of all turns goes, with what wrote it.
alter table task add column light_was text not null default 'none', add column light_turned_at timestamptz;
alter table indicator add column light_was text not null default 'none', add column light_turned_at timestamptz;
alter table project add column light_was text not null default 'none', add column light_turned_at timestamptz;

update task set light_was = was, light_turned_at = at
from (select distinct on (record_id) * from light_change where kind = 'task' order by record_id, id desc) turn
where turn.record_id = task.id;
update indicator set light_was = was, light_turned_at = at
from (select distinct on (record_id) * from light_change where kind = 'indicator' order by record_id, id desc) turn
where turn.record_id = indicator.id;
update project set light_was = was, light_turned_at = at
from (select distinct on (record_id) * from light_change where kind = 'project' order by record_id, id desc) turn
where turn.record_id = project.id;

drop trigger task_light_turns on task;
drop trigger indicator_light_turns on indicator;
drop trigger project_light_turns on project;
drop function light_turns();
drop table light_change;

create function light_turns() returns trigger language plpgsql as $$
begin
  new.light_was = old.light;
  new.light_turned_at = now();
  return new;
end $$;
create trigger task_light_turns before update of light on task for each row
  when (old.light is distinct from new.light) execute function light_turns();
create trigger indicator_light_turns before update of light on indicator for each row
  when (old.light is distinct from new.light) execute function light_turns();
create trigger project_light_turns before update of light on project for each row
  when (old.light is distinct from new.light) execute function light_turns();

create index task_light_turned on task (zone_code, light_turned_at) where light in ('yellow', 'red');
create index indicator_light_turned on indicator (zone_code, light_turned_at) where light in ('yellow', 'red');
create index project_light_turned on project (zone_code, light_turned_at) where light in ('yellow', 'red');
