import { asc, eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { effectiveOf } from './ledger.ts';
import { connectionRow } from './read-row.server.ts';
import { connectionAmounts } from './tables.server.ts';

/** Every amount that was ever recorded, the first one first. */
export async function ledgerOf(db: Db, connectionId: number) {
  return db
    .select()
    .from(connectionAmounts)
    .where(eq(connectionAmounts.connectionId, connectionId))
    .orderBy(asc(connectionAmounts.id));
}

/** What a connection came to, for what is built on it: undefined while there is no agreement. */
export async function agreementOf(db: Db, id: number) {
  const row = await connectionRow(db, id);
  if (row?.state !== 'agreement') return undefined;
  const entries = (await ledgerOf(db, id)).filter(({ withdrawnAt }) => withdrawnAt === null);
  const { needId, offerId, needOrganisationId, offerOrganisationId, needZoneCode, offerZoneCode } = row;
  const sides = { needId, offerId, needOrganisationId, offerOrganisationId, needZoneCode, offerZoneCode };
  return { id, ...sides, contractKind: entries[0]?.contractKind, ...effectiveOf(entries) };
}
