import { asc, inArray } from 'drizzle-orm';
import { organisationsOf, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { organisations } from './tables.server.ts';

export interface OwnOrganisation {
  readonly id: number;
  readonly name: TwoText;
}

/** The organisations this person acts for. */
export async function ownOrganisations(tx: Tx, actor: Actor): Promise<OwnOrganisation[]> {
  const ids = organisationsOf(actor);
  if (ids.length === 0) return [];
  const { id, nameZh, nameEn } = organisations;
  const rows = await tx.select({ id, nameZh, nameEn }).from(organisations).where(inArray(id, ids)).orderBy(asc(nameZh));
  return rows.map((row) => ({ id: row.id, name: { zh: row.nameZh, en: row.nameEn || row.nameZh } }));
}
