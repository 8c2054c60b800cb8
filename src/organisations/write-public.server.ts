import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';

/** After every change of an organisation or of what is kept of it: pages that show it are out of date. */
export async function refreshOrganisation(tx: Tx, id: number): Promise<void> {
  await notifyChanged(tx, ['organisation', `organisation:${id}`]);
}
