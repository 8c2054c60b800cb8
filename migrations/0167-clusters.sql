-- Who belongs to a cluster, what they made, and what the cluster is to reach.
alter table cluster
  -- Codes of the zones its members work in, besides its own.
  add column zones text[] not null default '{}';

create table cluster_member (
  cluster_id bigint not null,
  zone_code text not null,
  organisation_id bigint not null references organisation,
  chain text not null check (chain in ('upstream', 'midstream', 'downstream', 'service')),
  is_lead boolean not null default false,
  primary key (cluster_id, organisation_id),
  foreign key (cluster_id, zone_code) references cluster (id, zone_code) on delete cascade
);
create index cluster_member_by_organisation on cluster_member (organisation_id);

-- What one organisation made in one year, in yuan, as the zone knows it: never public by itself.
create table organisation_output (
  organisation_id bigint not null references organisation,
  zone_code text not null references zone,
  year smallint not null check (year between 1949 and 2100),
  value numeric(18, 2) not null check (value >= 0),
  source text not null check (source <> '' and length(source) <= 400),
  source_url text not null default '' check (length(source_url) <= 2000),
  sample boolean not null default false,
  actor_name text not null,
  at timestamptz not null default now(),
  primary key (organisation_id, zone_code, year)
);
create index organisation_output_by_zone on organisation_output (zone_code, year);

create table cluster_year (
  cluster_id bigint not null,
  zone_code text not null,
  year smallint not null check (year between 1949 and 2100),
  -- Yuan, all three.
  target numeric(18, 2) check (target > 0),
  stated numeric(18, 2) check (stated >= 0),
  source_zh text not null default '' check (length(source_zh) <= 400),
  source_en text not null default '' check (length(source_en) <= 400),
  source_url text not null default '' check (length(source_url) <= 2000),
  -- From the members' figures, where enough of them are known (src/clusters/output.ts): never typed.
  computed numeric(18, 2),
  -- Of how many members a figure is known, of how many.
  counted smallint not null default 0,
  members smallint not null default 0,
  primary key (cluster_id, year),
  foreign key (cluster_id, zone_code) references cluster (id, zone_code) on delete cascade,
  check (stated is null or source_zh <> '')
);

do $$ declare name text; begin
  foreach name in array array['cluster_member', 'organisation_output', 'cluster_year'] loop
    execute format('alter table %I enable row level security', name);
    execute format('alter table %I force row level security', name);
    execute format('create policy %I on %I using (sees_zone(zone_code)) with check (sees_zone(zone_code))',
      name || '_of_its_zone', name);
  end loop;
end $$;
create policy member_of_public_cluster on cluster_member for select
  using (exists (select from cluster where cluster.id = cluster_id and cluster.is_public));
create policy year_of_public_cluster on cluster_year for select
  using (exists (select from cluster where cluster.id = cluster_id and cluster.is_public));
