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
  const by = { judgedOn: dateOf(now), actor: actor.id, actorName: actor.name };
  const of = { projectId, zoneCode: row.zoneCode, measure };
  const before = await replace(tx, { ...of, verdict, promised, real, note, ...by });
  const changes = { [measure]: [before, verdict], promised: [null, promised], real: [null, real] } as const;
  await noted(tx, actor, { row, action: 'promise judged', changes, today: dateOf(now) });
  return done({ id: projectId });
}

/** Puts a verdict in the place of the one before, which it answers. */
async function replace(tx: Tx, line: typeof projectVerdicts.$inferInsert): Promise<string | null> {
  const own = and(eq(projectVerdicts.projectId, line.projectId), eq(projectVerdicts.measure, line.measure));
  const [before] = await tx.delete(projectVerdicts).where(own).returning({ verdict: projectVerdicts.verdict });
  await tx.insert(projectVerdicts).values(line);
  return before?.verdict ?? null;
}
