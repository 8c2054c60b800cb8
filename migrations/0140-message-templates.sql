-- What the brokers of a zone write again and again, in both languages; beside it stands what is shipped for all (words).
create table message_template (
  id bigint generated always as identity primary key,
  zone_code text not null references zone,
  -- What it is for (src/templates/template.ts): it decides which form offers it.
  purpose text not null check (purpose in ('send-back', 'propose', 'first-contact', 'reminder', 'outcome', 'ending')),
  name_zh text not null check (name_zh <> '' and length(name_zh) <= 60),
  name_en text not null check (name_en <> '' and length(name_en) <= 120),
  -- Plain text with placeholders.
  body_zh text not null check (body_zh <> '' and length(body_zh) <= 2000),
  body_en text not null check (body_en <> '' and length(body_en) <= 2000),
  created_at timestamptz not null default now(),
  updated_at timestamptz not null default now()
);
create index message_template_by_zone on message_template (zone_code, purpose, id);

alter table message_template enable row level security;
alter table message_template force row level security;
create policy message_template_of_its_zone on message_template
  using (sees_zone(zone_code)) with check (sees_zone(zone_code));
