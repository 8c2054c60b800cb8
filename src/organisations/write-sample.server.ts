import { inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { removeSampleRows } from '#history/write-sample.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { organisations } from './tables.server.ts';
import { refreshOrganisation } from './write-public.server.ts';

/** Takes the sample's organisations out, but for those that something of the site's own is tied to. */
export async function removeSampleOrganisations(tx: Tx, actor: Actor): Promise<number> {
  const withdraw = async (within: Tx, ids: readonly number[]) => {
    await within
      .update(organisations)
      .set({ isPublic: false })
      .where(inArray(organisations.id, [...ids]));
    for (const id of ids) await refreshOrganisation(within, id);
  };
  return (await removeSampleRows(tx, actor, { kind: 'organisation', table: organisations, withdraw })).length;
}
