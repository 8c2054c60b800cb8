import { and, eq, isNull, ne } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { comparing, type Compared, type Likeness } from './alike.ts';
import { canSeeProject, type Stage } from './project.ts';
import { projects } from './tables.server.ts';

export interface Alike {
  readonly id: number;
  readonly reference: string;
  readonly nameZh: string;
  readonly nameEn: string;
  readonly stage: Stage;
  readonly by: readonly Likeness[];
}

const mostShown = 5;

/** Projects of the zone that may be the one somebody is about to add, likeliest first. */
export async function alikeTo(
  tx: Tx,
  actor: Actor,
  { zone, except = 0, ...one }: Compared & { readonly zone: string; readonly except?: number },
): Promise<Alike[]> {
  if (!canSeeProject(actor, { zoneCode: zone })) return [];
  const { id, reference, nameZh, nameEn, stage, investorId, investorName, site } = projects;
  const rows = await tx
    .select({ id, reference, nameZh, nameEn, stage, investorId, investorName, site })
    .from(projects)
    .where(and(eq(projects.zoneCode, zone), isNull(projects.mergedInto), ne(projects.id, except)));
  const compare = comparing(one);
  return rows
    .map((row) => ({ ...row, ...compare(row) }))
    .filter(({ by }) => by.length > 0)
    .sort((a, b) => b.score - a.score || a.id - b.id)
    .slice(0, mostShown)
    .map((row) => ({ ...plain(row), by: row.by }));
}

const plain = ({ id, reference, nameZh, nameEn, stage }: Omit<Alike, 'by'>) => ({
  id,
  reference,
  nameZh,
  nameEn,
  stage,
});
