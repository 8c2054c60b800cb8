import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import type { Changes } from '#history/change.ts';
import { dateOf } from '#language/dates.ts';
import { careWords as words } from '#language/words/project-care.ts';
import { projectWords } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { parsed } from '../problems.ts';
import { lockProject, type ProjectRow } from '../read-row.server.ts';
import { projects } from '../tables.server.ts';
import { day, id, type Clocked } from './input.ts';
import { projectVisits } from './tables.server.ts';
import { noted } from './write-noted.server.ts';

const visitInput = z.strictObject({
  id,
  visitedOn: day,
  visitor: cleanText(200, 1),
  said: cleanText(4000, 1),
  promise: cleanText(500).default(''),
  promisedBy: day.nullable().default(null),
});
type Visit = z.output<typeof visitInput>;

/** Writes down a visit; what was promised there is the project's next step. */
export async function recordVisit(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof visitInput> & Clocked,
): Promise<Outcome<{ id: number }>> {
  const said = parsed(visitInput, input);
  if (!said.ok) return said;
  const locked = await lockProject(tx, actor, { id: said.value.id });
  if (!locked.ok) return locked;
  const today = dateOf(now);
  const problem = visitProblem(said.value, today);
  if (problem) return refused(problem);
  const row = locked.value;
  const { visitedOn, visitor, said: heard, promise: promised, promisedBy } = said.value;
  const by = { actor: actor.id, actorName: actor.name };
  const visit = { projectId: row.id, zoneCode: row.zoneCode, visitedOn, visitor, said: heard, promised, promisedBy };
  await tx.insert(projectVisits).values({ ...visit, ...by });
  const changes: Changes = {
    ...{ visitedOn: [null, visitedOn], visitor: [null, visitor] },
    ...(promised !== '' && (await nextStep(tx, row, { promised, promisedBy }))),
  };
  await noted(tx, actor, { row, action: 'visit recorded', changes, today });
  return done({ id: row.id });
}

function visitProblem({ visitedOn, promise, promisedBy }: Visit, today: string): Problem | undefined {
  if (visitedOn > today) return { field: 'visitedOn', says: projectWords.inFuture };
  if (promise !== '' && promisedBy === null) return { field: 'promisedBy', says: words.promiseNeedsDay };
  if (promisedBy === null) return undefined;
  if (promise === '') return { field: 'promise', says: words.dayNeedsPromise };
  return promisedBy < visitedOn ? { field: 'promisedBy', says: words.promisedBefore } : undefined;
}

interface Promised {
  readonly promised: string;
  readonly promisedBy: string | null;
}

async function nextStep(tx: Tx, row: ProjectRow, { promised, promisedBy }: Promised): Promise<Changes> {
  await tx.update(projects).set({ nextStep: promised, nextStepOn: promisedBy }).where(eq(projects.id, row.id));
  return { nextStep: [row.nextStep, promised], nextStepOn: [row.nextStepOn, promisedBy] };
}
