import type pg from 'pg';

/** An event that is public, and a plan, a need, a connection and a project of that zone that are not, all of one number. */
export async function addRecords(database: pg.Client, { id, zone }: { id: string; zone: string }): Promise<void> {
  await database.query(
    `insert into event (id, kind, zone_code, title_zh, state, published_at, begins_at, ends_at) overriding system value
      values ($1, 'visit', $2, 'open to everybody', 'published', now(), now(), now() + interval '1 hour') on conflict (id) do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into plan (id, zone_code, title_zh, begins_on, ends_on) overriding system value
      values ($1, $2, 'canary of the zone', '2026-01-01', '2026-12-31') on conflict (id) do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into listing (id, side, kind, organisation_id, zone_code, original_lang) overriding system value
      values ($1, 'need', 'technology', $1, $2, 'zh') on conflict (id) do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into slip (id, zone_code, reference, cause, title, raised_on) overriding system value
      values ($1, $2, 'DB-20260101-900', 'hand', 'canary of the zone', '2026-01-01') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into slip_event (slip_id, zone_code, kind, happened_on, actor, actor_name)
      values ($1, $2, 'raised', '2026-01-01', 'system', 'system')`,
    [id, zone],
  );
  await database.query(
    `insert into blocker (id, zone_code, organisation_id, kind, title, body, filed_by, filer_name) overriding system value
      values ($1, $2, $1, 'other', 'canary of the zone', 'canary of the zone', 'system', 'system') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into listing_edition (listing_id, lang, title) values ($1, 'zh', 'canary of the zone') on conflict do nothing`,
    [id],
  );
  await database.query(
    `insert into project (id, zone_code, reference, name_zh, stage_since) overriding system value
      values ($1::bigint, $2, 'PJ-T-' || $1, 'canary of the zone', '2026-01-05') on conflict (id) do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into round (id, zone_code, title_zh, question_zh, due_on, asked_by, asker_name) overriding system value
      values ($1, $2, 'canary of the zone', 'canary of the zone', '2026-01-08', 'system', 'system') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into task (id, zone_code, title_zh, begins_on, due_on) overriding system value
      values ($1, $2, 'canary of the zone', '2026-01-05', '2026-12-31') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into indicator (id, zone_code, key, name_zh, period, accumulation) overriding system value
      values ($1::bigint, $2, 'canary_' || $1, 'canary of the zone', 'year', 'point') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into cluster (id, zone_code, tier, name_zh) overriding system value
      values ($1, $2, 'other', 'canary of the zone') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into project_meeting (id, zone_code, held_on, since, recorded_by, notes) overriding system value
      values ($1, $2, '2026-01-08', '2026-01-01', 'system', 'canary of the zone') on conflict do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into organisation (kind, name_zh, zone_code) values ('institute', 'the other side', $1)`,
    [zone],
  );
  await database.query(
    `insert into connection (id, need_id, need_organisation_id, offer_organisation_id, need_zone_code, offer_zone_code, origin)
      overriding system value select $1, $1, $1, max(id), $2, $2, 'hand' from organisation where id <> $1
      on conflict do nothing`,
    [id, zone],
  );
}
