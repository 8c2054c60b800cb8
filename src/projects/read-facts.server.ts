import { count, eq } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { careFacts } from './care/read-facts.server.ts';
import { gatesWith, type Facts, type GateTable } from './gates.ts';
import { arrivalsOf, signingsOf } from './read-ledger.server.ts';
import type { ProjectRow } from './read-row.server.ts';
import { projectMeasures, projectMembers, stageFields, stageRules } from './tables.server.ts';
import type { UsualDays } from './standing.ts';

/** What gates ask for in this installation. */
export async function gateTable(db: Db): Promise<GateTable> {
  return gatesWith(await db.select().from(stageFields));
}

/** How long each stage usually takes in this installation. */
export async function usualDays(db: Db): Promise<UsualDays> {
  const rows = await db.select().from(stageRules);
  return Object.fromEntries(rows.map(({ stage, usualDays }) => [stage, usualDays]));
}

/** Everything a gate looks at, as it is now. */
export async function factsOf(db: Db, row: ProjectRow): Promise<Facts> {
  const signings = await signingsOf(db, [row.id]);
  const standing = signings.filter(({ withdrawnAt }) => withdrawnAt === null);
  const measures = await db.select().from(projectMeasures).where(eq(projectMeasures.projectId, row.id));
  const [team] = await db.select({ count: count() }).from(projectMembers).where(eq(projectMembers.projectId, row.id));
  const arrivals = await arrivalsOf(db, [row.id]);
  return {
    ...row,
    ...(await careFacts(db, row, { signings, arrivals, measures })),
    isSigned: standing.some(({ kind }) => kind !== 'addition'),
    isFormal: standing.some(({ kind }) => kind === 'formal'),
    hasDocument: standing.some(({ document }) => document !== null),
    team: team?.count ?? 0,
    promised: measures.flatMap(({ measure, promised }) => (promised === null ? [] : [measure])),
    real: measures.flatMap(({ measure, real }) => (real === null ? [] : [measure])),
  };
}
