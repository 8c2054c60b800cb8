-- An invitation to become a colleague. The link carries a secret and nothing else: what it gives is said here.
create table invitation (
  id bigint generated always as identity primary key,
  -- Only the hash of the link's secret is kept.
  token_hash bytea not null unique,
  email text not null check (email = lower(email)),
  name text not null check (length(name) between 1 and 100),
  lang text not null check (lang in ('zh', 'en')),
  -- [{"role": "editor", "zone": "32101026"}]
  memberships jsonb not null check (jsonb_typeof(memberships) = 'array' and jsonb_array_length(memberships) between 1 and 20),
  -- Null when it was made at the machine's own command line.
  invited_by bigint references account,
  created_at timestamptz not null default now(),
  expires_at timestamptz not null,
  used_at timestamptz,
  revoked_at timestamptz
);
create index invitation_by_inviter on invitation (invited_by, created_at);
create index invitation_open on invitation (id) where used_at is null and revoked_at is null;

-- Whoever is at home in every zone it gives a role in sees it; one that gives the whole site, only who sees everything.
create function sees_every_zone(memberships jsonb) returns boolean language sql stable as $$
  select sees_everything() or not exists (
    select from jsonb_array_elements(memberships) given where not coalesce(sees_zone(given ->> 'zone'), false))
$$;
alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_of_its_zone on invitation
  using (sees_every_zone(memberships)) with check (sees_every_zone(memberships));
