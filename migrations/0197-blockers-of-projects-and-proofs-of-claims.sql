-- What an enterprise may know of the projects that a zone follows of its own: their names, once it has signed them or
-- everybody knows of them. What the zone only hears of, or still weighs, is not told. Asked by its own people, who may not
-- read projects: so it looks past the policies and tells nothing else.
create function projects_of_investor(asked bigint) returns table (id bigint, name_zh text, name_en text)
language plpgsql as $$
declare asker text := current_setting('yuanlian.zones', true);
begin
  if not sees_organisation(asked) then return; end if;
  perform set_config('yuanlian.zones', '*', true);
  return query select project.id, project.name_zh, project.name_en
    from project join organisation on organisation.id = investor_id and organisation.zone_code = project.zone_code
    where investor_id = asked and project.merged_into is null and status <> 'lost'
      and (project.is_public or stage not in ('lead', 'assessed', 'negotiating'))
    order by project.id desc limit 100;
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
end $$;
create index blocker_by_project on blocker (project_id) where project_id is not null;

-- What somebody sends to show that they may act for an organisation. The file is kept for nobody in general: whoever
-- decides the claim opens it there.
alter table organisation_claim add column proof_file uuid references file;
create index organisation_claim_by_file on organisation_claim (proof_file) where proof_file is not null;

-- With its claim the file goes, whoever takes the claim away.
create function let_go_of_proof() returns trigger language plpgsql as $$
declare asker text := current_setting('yuanlian.zones', true);
begin
  perform set_config('yuanlian.zones', '*', true);
  update file set state = 'deleted', deleted_at = now() where id = old.proof_file and state = 'kept';
  perform set_config('yuanlian.zones', coalesce(asker, ''), true);
  return null;
end $$;
create trigger organisation_claim_gone after delete on organisation_claim for each row
  when (old.proof_file is not null) execute function let_go_of_proof();
