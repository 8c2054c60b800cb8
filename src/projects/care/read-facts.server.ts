import { and, eq, isNotNull, or, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { ArrivalRow, SigningRow } from '../read-ledger.server.ts';
import type { ProjectRow } from '../read-row.server.ts';
import type { projectMeasures } from '../tables.server.ts';
import { checksReading } from './check.ts';
import { missingProof } from './evidence.ts';
import { isJudged, keptOf } from './fulfilment.ts';
import { questionList, tagList } from './read-lists.server.ts';
import { provenLines, shownOf } from './read-shown.server.ts';
import { permitSteps, projectChecks, projectPermits, projectVerdicts } from './tables.server.ts';

interface Known {
  readonly signings: readonly SigningRow[];
  readonly arrivals: readonly ArrivalRow[];
  readonly measures: readonly (typeof projectMeasures.$inferSelect)[];
}

/** What gates ask of checks, permits, proof and verdicts. */
export async function careFacts(db: Db, { id, stage }: ProjectRow, { measures, ...ledgers }: Known) {
  const answers = await db.select().from(projectChecks).where(eq(projectChecks.projectId, id));
  const { stops, open } = checksReading(await questionList(db), answers);
  const judged = await db.select().from(projectVerdicts).where(eq(projectVerdicts.projectId, id));
  const missing = missingProof(await tagList(db), { stage, ...provenLines(ledgers) }, await shownOf(db, id));
  return {
    ...{ stops, openChecks: open, openPermits: await openPermits(db, id) },
    ...{ missingProof: missing.length, isJudged: isJudged(keptOf(measures), judged) },
  };
}

/** How many of the steps in use have neither come nor been found unnecessary. */
async function openPermits(db: Db, id: number): Promise<number> {
  const settled = db
    .select({ step: projectPermits.stepId })
    .from(projectPermits)
    .where(and(eq(projectPermits.projectId, id), or(isNotNull(projectPermits.gotOn), projectPermits.isWaived)));
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(permitSteps)
    .where(and(permitSteps.isUsed, sql`${permitSteps.id} not in (${settled})`));
  return row?.count ?? 0;
}
