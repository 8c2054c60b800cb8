import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { changesBetween } from '#history/change.ts';
import { dateOf } from '#language/dates.ts';
import { careWords as words } from '#language/words/project-care.ts';
import { projectWords } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { parsed } from '../problems.ts';
import { lockProject, type ProjectRow } from '../read-row.server.ts';
import { day, id, type Clocked } from './input.ts';
import { permitSteps, projectPermits } from './tables.server.ts';
import { noted } from './write-noted.server.ts';

const permitInput = z.strictObject({
  id,
  step: id,
  appliedOn: day.nullable().default(null),
  gotOn: day.nullable().default(null),
  isWaived: z.boolean().default(false),
  note: cleanText(1000).default(''),
});
type Said = z.output<typeof permitInput>;

/** Says when a permit was applied for and when it came, or that it is not needed; with none of that its line goes. */
export async function setPermit(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof permitInput> & Clocked,
): Promise<Outcome<{ id: number }>> {
  const said = parsed(permitInput, input);
  if (!said.ok) return said;
  const locked = await lockProject(tx, actor, { id: said.value.id });
  if (!locked.ok) return locked;
  const today = dateOf(now);
  const problem = said.value.isWaived ? waivedProblem(said.value) : dayProblem(said.value, today);
  if (problem) return refused(problem);
  return keep(tx, actor, { row: locked.value, said: said.value, today });
}

function waivedProblem({ appliedOn, gotOn, note }: Said): Problem | undefined {
  if (appliedOn !== null || gotOn !== null) return { field: 'appliedOn', says: words.waivedWithDates };
  return note === '' ? { field: 'note', says: words.waivedWhy } : undefined;
}

function dayProblem({ appliedOn, gotOn }: Said, today: string): Problem | undefined {
  if (appliedOn !== null && appliedOn > today) return { field: 'appliedOn', says: projectWords.inFuture };
  if (gotOn === null) return undefined;
  if (appliedOn === null) return { field: 'appliedOn', says: words.gotNeedsApplied };
  if (gotOn > today) return { field: 'gotOn', says: projectWords.inFuture };
  return gotOn < appliedOn ? { field: 'gotOn', says: words.gotBeforeApplied } : undefined;
}

async function keep(
  tx: Tx,
  actor: Actor,
  { row, said, today }: { row: ProjectRow; said: Said; today: string },
): Promise<Outcome<{ id: number }>> {
  const { step: stepId } = said;
  const [step] = await tx.select().from(permitSteps).where(eq(permitSteps.id, stepId));
  const own = and(eq(projectPermits.projectId, row.id), eq(projectPermits.stepId, stepId));
  const [before] = await tx.select().from(projectPermits).where(own);
  if (!step || !(step.isUsed || before)) return refused({ field: 'step', says: words.stepUnknown });
  const after = lineOf(said, before?.appliedOn ? before.days : step.days);
  await tx.delete(projectPermits).where(own);
  if (after) await tx.insert(projectPermits).values({ projectId: row.id, zoneCode: row.zoneCode, stepId, ...after });
  const changes = Object.entries(changesBetween<object>(saidOf(before), saidOf(after)));
  const named = Object.fromEntries(changes.map(([field, change]) => [`${step.nameZh}.${field}`, change]));
  await noted(tx, actor, { row, action: 'permit set', changes: named, today });
  return done({ id: row.id });
}

/** What is kept of it; nothing where nothing is said. A clock that runs goes on with the days it began with. */
function lineOf({ appliedOn, gotOn, isWaived, note }: Said, days: number) {
  return appliedOn === null && !isWaived ? undefined : { days, appliedOn, gotOn, isWaived, note };
}

const nothing = { days: null, appliedOn: null, gotOn: null, isWaived: false, note: '' };

/** What is said of a permit, without whose it is. */
function saidOf(line: Omit<typeof projectPermits.$inferSelect, 'projectId' | 'zoneCode' | 'stepId'> | undefined) {
  if (!line) return nothing;
  const { days, appliedOn, gotOn, isWaived, note } = line;
  return { days, appliedOn, gotOn, isWaived, note };
}
