import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { dateOf } from '#language/dates.ts';
import { careWords as words } from '#language/words/project-care.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { parsed } from '../problems.ts';
import { measures } from '../project.ts';
import { lockProject } from '../read-row.server.ts';
import { projectMeasures } from '../tables.server.ts';
import { canJudge, keptOf, verdicts } from './fulfilment.ts';
import { id, type Clocked } from './input.ts';
import { projectVerdicts } from './tables.server.ts';
import { noted } from './write-noted.server.ts';

const verdictInput = z.strictObject({
  id,
  measure: z.enum(measures),
  verdict: z.enum(verdicts),
  note: cleanText(1000).default(''),
});

/** Judges whether a promise was kept, by the figures as they are; who manages the project does not. */
export async function judgePromise(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof verdictInput> & Clocked,
): Promise<Outcome<{ id: number }>> {
  const said = parsed(verdictInput, input);
  if (!said.ok) return said;
  const { id: projectId, measure, verdict, note } = said.value;
  const locked = await lockProject(tx, actor, { id: projectId });
  if (!locked.ok) return locked;
  const row = locked.value;
  if (!canJudge(actor, row)) return refused({ field: 'measure', says: words.mayNotJudge });
  const lines = await tx.select().from(projectMeasures).where(eq(projectMeasures.projectId, projectId));
  const kept = keptOf(lines).find((one) => one.measure === measure);
  if (!kept) return refused({ field: 'measure', says: words.notPromised });
  const { promised, real } = kept;
  if (real === null && note === '') return refused({ field: 'note', says: words.noFiguresWhy });
  const own = and(eq(projectVerdicts.projectId, projectId), eq(projectVerdicts.measure, measure));
  const [before] = await tx.delete(projectVerdicts).where(own).returning();
  const by = { judgedOn: dateOf(now), actor: actor.id, actorName: actor.name };
  const line = { measure, verdict, promised, real, note };
  await tx.insert(projectVerdicts).values({ projectId, zoneCode: row.zoneCode, ...line, ...by });
  const changes = {
    [measure]: [before?.verdict ?? null, verdict],
    promised: [null, promised],
    real: [null, real],
  } as const;
  await noted(tx, actor, { row, action: 'promise judged', changes, today: dateOf(now) });
  return done({ id: projectId });
}
