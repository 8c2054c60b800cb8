import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { zoneByCode, type ZoneName } from '#zones/read.server.ts';
import type { PartName } from './part.ts';
import { canRunZone, canSeeZoneDesk, type ProfileInput } from './profile.ts';
import { partRows } from './read-parts.server.ts';
import { zoneProfiles } from './tables.server.ts';

export interface ZoneOfDesk {
  readonly zone: ZoneName;
  readonly mayChange: boolean;
}

/** A zone as its own people see it in the desk; another zone is as if it did not exist. */
export async function zoneOfDesk(tx: Tx, actor: Actor, code: string): Promise<ZoneOfDesk | undefined> {
  const zone = canSeeZoneDesk(actor, code) ? await zoneByCode(tx, code) : undefined;
  return zone && { zone, mayChange: canRunZone(actor, code) };
}

/** The profile as its form has it. */
export async function profileOf(tx: Tx, zone: string): Promise<Omit<ProfileInput, 'zone'>> {
  const [row] = await tx.select().from(zoneProfiles).where(eq(zoneProfiles.zoneCode, zone));
  const { descriptionZh = '', descriptionEn = '', addressZh = '', addressEn = '', website = '' } = row ?? {};
  return { descriptionZh, descriptionEn, addressZh, addressEn, website };
}

/** Those rows of one list of a zone that a file names, as it knows them. */
export async function knownRows(
  tx: Tx,
  actor: Actor,
  { zone, part, ids }: { zone: string; part: PartName; ids: readonly string[] },
): Promise<Map<string, Known>> {
  if (!canRunZone(actor, zone)) return new Map();
  const wanted = new Set(ids);
  const rows = (await partRows(tx, { zone, part })).filter(({ id }) => wanted.has(String(id)));
  return new Map(rows.map(({ id, label, cells }) => [String(id), { label, cells: { id: String(id), ...cells } }]));
}
