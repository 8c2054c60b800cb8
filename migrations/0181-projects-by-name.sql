-- A list that comes in asks of each new row whether its project is there already.
create index project_by_name on project (zone_code, name_zh);
create index project_by_investor_name on project (zone_code, investor_name) where investor_name <> '';
