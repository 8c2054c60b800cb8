import { theSystem } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { publicFunnel, type FunnelQuery, type PublicFunnel } from './funnel.ts';
import { funnelChoices, type FunnelChoices } from './read-funnel-choices.server.ts';
import { funnelFor } from './read-funnel.server.ts';

/** What everybody may see: counted over all connections, which nobody outside may read, and rounded before it leaves here. */
export async function publicFunnelFor(
  database: Database,
  { side, zone, industry, year }: FunnelQuery,
): Promise<{ funnel: PublicFunnel; choices: FunnelChoices }> {
  return database.inTransaction(theSystem, async (tx) => ({
    funnel: publicFunnel(await funnelFor(tx, { side, zone, industry, year })),
    choices: await funnelChoices(tx),
  }));
}
