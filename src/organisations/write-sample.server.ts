import { asc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { organisations } from './tables.server.ts';
import { refreshOrganisation } from './write-public.server.ts';

/** Takes the sample's organisations out, but for those that something of the site's own is tied to. */
export async function removeSampleOrganisations(tx: Tx, actor: Actor): Promise<number> {
  const rows = await tx
    .select({ id: organisations.id })
    .from(organisations)
    .where(eq(organisations.sample, true))
    .orderBy(asc(organisations.id));
  const gone: number[] = [];
  for (const { id } of rows) if (await removeFree(tx, id)) gone.push(id);
  const deeds = gone.map((id) => ({ kind: 'organisation', record: String(id), action: 'removed sample' }));
  await remember(tx, actor, ...deeds);
  return gone.length;
}

const foreignKeyViolated = '23503';

/** The database knows best what is tied to an organisation; what is, stays. */
async function removeFree(tx: Tx, id: number): Promise<boolean> {
  try {
    await tx.transaction(async (within) => {
      await within.update(organisations).set({ isPublic: false }).where(eq(organisations.id, id));
      await refreshOrganisation(within, id);
      await within.delete(organisations).where(eq(organisations.id, id));
    });
    return true;
  } catch (error) {
    if (codeOf(error) === foreignKeyViolated) return false;
    throw error;
  }
}

function codeOf(error: unknown): unknown {
  const cause = error instanceof Error ? (error.cause ?? error) : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? cause.code : undefined;
}
