import { eq, sql } from 'drizzle-orm';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { keysOf } from './alike.ts';
import { projects } from './tables.server.ts';
import { refreshProjects } from './write-standing.server.ts';

/** What every change of a project ends with: its revision, what it is found by, its light, and the pages that show it, in the same transaction. */
export async function changed(
  tx: Tx,
  { id, zoneCode }: { readonly id: number; readonly zoneCode: string },
  today: string,
): Promise<void> {
  const { nameZh, nameEn, investorName, site } = projects;
  const [said] = await tx.select({ nameZh, nameEn, investorName, site }).from(projects).where(eq(projects.id, id));
  await tx
    .update(projects)
    .set({ ...(said && { alikeKeys: keysOf(said) }), revision: sql`${projects.revision} + 1`, updatedAt: sql`now()` })
    .where(eq(projects.id, id));
  await refreshProjects(tx, { ids: [id], today });
  await notifyChanged(tx, [`project:${id}`, `projects:${zoneCode}`]);
}
