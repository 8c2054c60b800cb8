import type pg from 'pg';

/** An event that is public, and a need, a connection and a project of that zone that are not, all of one number. */
export async function addRecords(database: pg.Client, { id, zone }: { id: string; zone: string }): Promise<void> {
  await database.query(
    `insert into event (id, kind, zone_code, title_zh, state, published_at, begins_at, ends_at) overriding system value
      values ($1, 'visit', $2, 'open to everybody', 'published', now(), now(), now() + interval '1 hour') on conflict (id) do nothing`,
    [id, zone],
  );
  await database.query(
    `insert into listing (id, side, kind, organisation_id, zone_code, original_lang) overriding system value
      values ($1, 'need', 'technology', $1, $2, 'zh') on conflict (id) do nothing`,
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
