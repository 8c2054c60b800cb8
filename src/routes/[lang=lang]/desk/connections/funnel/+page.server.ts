import { funnelQuery } from '#connections/funnel.ts';
import { funnelChoices } from '#connections/read-funnel-choices.server.ts';
import { funnelFor } from '#connections/read-funnel.server.ts';
import type { PageServerLoad } from './$types';

/** The rows that this person may see are counted, and no others: of another zone's connection, the own zone's part. */
export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const asked = funnelQuery.parse(Object.fromEntries(url.searchParams));
  return database.inTransaction(actor, async (tx) => {
    const { samples, ...funnel } = await funnelFor(tx, asked);
    return { asked, funnel: { ...funnel, samples: samples > 0 }, choices: await funnelChoices(tx) };
  });
};
