import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { gateProblems, moveProblems, stepsOf } from './moves.ts';
import { stages } from './project.ts';
import { factsOf, gateTable } from './read-facts.server.ts';
import { lockProject } from './read-row.server.ts';
import { projects } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { keepLog } from './write-log.server.ts';

const moveInput = z.strictObject({
  id: z.number().int().positive(),
  to: z.enum(stages),
  on: z.string().max(10),
  reason: cleanText(1000).default(''),
  revision: z.number().int().positive().optional(),
});
export type MoveInput = z.input<typeof moveInput>;

/** Moves a project to another stage: forward through every gate on the way, back only with a reason. */
export async function moveProject(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: MoveInput & { readonly now?: Date },
): Promise<Outcome<{ id: number }>> {
  const said = moveInput.safeParse(input);
  if (!said.success) return refused({ field: 'to', says: words.stageUnknown });
  const locked = await lockProject(tx, actor, said.data);
  if (!locked.ok) return locked;
  const row = locked.value;
  const { to, on, reason } = said.data;
  const today = dateOf(now);
  const problems = moveProblems(row, { to, on, reason }, today);
  if (problems.length > 0) return refused(...problems);
  const missing = gateProblems(await factsOf(tx, row), { from: row.stage, to }, await gateTable(tx));
  if (missing.length > 0) return refused(...missing);
  await tx.update(projects).set({ stage: to, stageSince: on }).where(eq(projects.id, row.id));
  const steps = stepsOf(row.stage, to).map((step) => ({ kind: 'stage' as const, ...step, on, note: reason }));
  await keepLog(tx, actor, { project: row, lines: steps });
  await remember(tx, actor, {
    ...{ kind: 'project', record: String(row.id), action: 'moved', zone: row.zoneCode },
    changes: { stage: [row.stage, to], on: [row.stageSince, on], ...(reason && { reason: [null, reason] }) },
  });
  await changed(tx, row, today);
  return done({ id: row.id });
}
