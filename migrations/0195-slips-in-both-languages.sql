-- What a rule says is said in both languages; what a person wrote stands in theirs, and these are empty.
alter table slip
  add column title_en text not null default '' check (length(title_en) <= 500),
  add column demand_en text not null default '' check (length(demand_en) <= 4000);
alter table slip_event
  add column note_en text not null default '' check (length(note_en) <= 4000);

-- The English of what rules said before, from the record and from the sentence itself.
do $$ declare said record; asker text := current_setting('yuanlian.zones', true); begin
  perform set_config('yuanlian.zones', '*', true);
  update slip set title_en = left(task.title_en, 500) from task where task.id = slip.task_id and task.title_zh = slip.title;
  update slip set title_en = left(indicator.name_en, 500) from indicator
    where indicator.id = slip.indicator_id and indicator.name_zh = slip.title;
  update slip set title_en = left(project.name_en, 500) from project
    where project.id = slip.project_id and project.name_zh = slip.title;
  for said in select * from (values
    ('^任务临近时限已 (\d+) 天仍未推进（完成时限 (\d{4}-\d\d-\d\d)）。请抓紧办理并反馈情况。$',
      'The task has been near its limit for \1 days without moving (due \2). Get on with it and say how it stands.'),
    ('^任务进度滞后（完成时限 (\d{4}-\d\d-\d\d)）。请说明原因，提出赶上进度的措施。$',
      'The task is behind (due \1). Say why, and how it will catch up.'),
    ('^任务或其节点已逾期（完成时限 (\d{4}-\d\d-\d\d)）。请限期办结，并说明逾期原因。$',
      'The task or one of its milestones is overdue (due \1). Finish it, and say why it is late.'),
    ('^指标“.*”明显落后于目标。请分析原因，提出措施。$',
      'The indicator is far behind its target. Say why, and what will be done.'),
    ('^指标“.*”截至 (\d{4}-\d\d-\d\d) 的数据逾期未报。请尽快报送。$',
      'Its value for the period to \1 is late. Enter it.')
  ) as known (zh, en) loop
    update slip set demand_en = regexp_replace(demand, said.zh, said.en) where demand ~ said.zh;
    update slip_event set note_en = regexp_replace(note, said.zh, said.en) where kind = 'raised' and note ~ said.zh;
  end loop;
  update slip_event set note_en = 'The person and the head of the unit were told'
    where kind = 'escalated' and note = '已提醒责任人、责任单位负责人';
  update slip_event set note_en = 'The person, the head of the unit and the leaders were told'
    where kind = 'escalated' and note = '已提醒责任人、责任单位负责人、分管领导';
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
end $$;
