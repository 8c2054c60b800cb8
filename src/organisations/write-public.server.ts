import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { putEntries, removeEntries } from '#search/write.server.ts';
import { organisationEntries } from './entry.ts';
import { publicOrganisation } from './read-public.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'find-organisations': { readonly organisations: readonly number[] };
    /** Done by connections, which stand above: whom an institute's capability fits is worked out anew. */
    'rank-institute': { readonly organisation: number };
  }
}

/**
 * After every change of an organisation or of what is kept of it: what search knows, the pages that show it, and, as its
 * names may have changed, a look for them in the articles.
 */
export async function refreshOrganisation(tx: Tx, id: number): Promise<void> {
  const shown = await publicOrganisation(tx, id);
  if (shown) await putEntries(tx, organisationEntries(shown));
  else await removeEntries(tx, 'organisation', [String(id)]);
  await later(
    tx,
    { job: 'find-organisations', data: { organisations: [id] }, key: String(id) },
    { job: 'rank-institute', data: { organisation: id }, key: String(id) },
  );
  await notifyChanged(tx, ['organisation', `organisation:${id}`]);
}
