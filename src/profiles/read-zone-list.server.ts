import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { zonesNamed } from '#zones/read.server.ts';
import type { ZoneLevel } from '#zones/zone.ts';
import { containing } from '#text/like.ts';
import { canRunZone, zonesSeen } from './profile.ts';
import type { DeskZone } from './zone-list.ts';

const code = sql`zone.code::bigint`;
const sortKeys: Readonly<Record<string, SortKey>> = { code: { by: code, type: 'bigint' } };

type Found = {
  code: string;
  name_zh: string;
  name_en: string;
  level: ZoneLevel;
  province_zh: string;
  province_en: string;
  figures: number;
  contacts: number;
};

/** The zones this person runs or writes for, a page at a time. */
export async function deskZones(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, code);
  if (!keyset) throw new Error(`zones are not sorted by ${asked.sort.key}`);
  const where = conditions(actor, asked);
  const paged = sql.join([...where, ...(keyset.where ? [keyset.where] : [])], sql` and `);
  const { rows } = await tx.execute<Found>(sql`
    select zone.code, zone.name_zh, zone.name_en, zone.level, place.name_zh as province_zh, place.name_en as province_en,
      (select count(*)::int from figure where zone_code = zone.code) as figures,
      (select count(*)::int from contact where zone_code = zone.code) as contacts
    from zone join place on place.code = zone.province_code
    where ${paged} order by ${keyset.orderBy} limit ${limit + 1}`);
  const { rows: counted } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from zone where ${sql.join(where, sql` and `)} limit ${countedTo + 1}) found`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    zones: rows.slice(0, limit).map(zoneOf),
    next: last && cursorAt(last.code, last.code),
    total: counted[0]?.total ?? 0,
  };
}

function zoneOf({ code, level, figures, contacts, ...row }: Found): DeskZone {
  return {
    ...{ code, level, figures, contacts, name: { zh: row.name_zh, en: row.name_en } },
    province: { zh: row.province_zh, en: row.province_en },
  };
}

function conditions(actor: Actor, { filters: { q, province, level } }: Asked): SQL[] {
  const zones = zonesSeen(actor);
  return [
    zones ? sql`zone.code = any(${sql.param(zones)})` : sql`true`,
    ...(q ? [named(q)] : []),
    ...(province ? [sql`zone.province_code = ${province}`] : []),
    ...(level ? [sql`zone.level = ${level}`] : []),
  ];
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(zone.name_zh ilike ${like} or zone.name_en ilike ${like} or zone.code like ${like}
    or exists (select from zone_alias where zone_code = zone.code and alias ilike ${like}))`;
}

/** Those zones that a file names and the actor may rename, as it knows them. */
export async function knownZones(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const zones = await zonesNamed(
    tx,
    [...new Set(ids)].filter((id) => canRunZone(actor, id)),
  );
  return new Map(
    zones.map(({ code, name }) => [code, { label: name.zh, cells: { code, name_zh: name.zh, name_en: name.en } }]),
  );
}
