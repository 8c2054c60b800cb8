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
import { lockProject } from '../read-row.server.ts';
import { day, id, type Clocked } from './input.ts';
import { projectMilestones } from './tables.server.ts';
import { noted } from './write-noted.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

const newMilestone = z.strictObject({ id, name: cleanText(120, 1), dueOn: day });

/** Adds a day by which something of the project is to be done. */
export async function addMilestone(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof newMilestone> & Clocked,
): Answer {
  const said = parsed(newMilestone, input);
  if (!said.ok) return said;
  const locked = await lockProject(tx, actor, said.value);
  if (!locked.ok) return locked;
  const { id: projectId, name, dueOn } = said.value;
  await tx.insert(projectMilestones).values({ projectId, zoneCode: locked.value.zoneCode, name, dueOn });
  const changes = { [name]: [null, dueOn] } as const;
  await noted(tx, actor, { row: locked.value, action: 'project milestone added', changes, today: dateOf(now) });
  return done({ id: projectId });
}

const milestoneChange = z.strictObject({
  id,
  milestone: id,
  dueOn: day.nullable().default(null),
  doneOn: day.nullable().default(null),
  note: cleanText(1000).default(''),
});

/** Says that a milestone was reached, or plans it for another day and why; without a new day the old one stays. */
export async function changeMilestone(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof milestoneChange> & Clocked,
): Answer {
  const said = parsed(milestoneChange, input);
  if (!said.ok) return said;
  const { id: projectId, milestone, doneOn, note } = said.value;
  const locked = await lockProject(tx, actor, { id: projectId });
  if (!locked.ok) return locked;
  const own = and(eq(projectMilestones.id, milestone), eq(projectMilestones.projectId, projectId));
  const [before] = await tx.select().from(projectMilestones).where(own);
  if (!before) return refused({ field: 'milestone', says: words.milestoneGone });
  const after = { dueOn: said.value.dueOn ?? before.dueOn, doneOn, note };
  const problem = changeProblem(before, after, dateOf(now));
  if (problem) return refused(problem);
  await tx.update(projectMilestones).set(after).where(own);
  const changes = Object.entries(changesBetween<object>(before, { ...before, ...after }));
  const named = Object.fromEntries(changes.map(([field, change]) => [`${before.name}.${field}`, change]));
  await noted(tx, actor, {
    ...{ row: locked.value, action: 'project milestone changed', changes: named, today: dateOf(now) },
  });
  return done({ id: projectId });
}

type Milestone = Pick<typeof projectMilestones.$inferSelect, 'dueOn' | 'doneOn' | 'note'>;

function changeProblem(before: Milestone, { dueOn, doneOn, note }: Milestone, today: string): Problem | undefined {
  if (doneOn !== null && doneOn > today) return { field: 'doneOn', says: projectWords.inFuture };
  return dueOn !== before.dueOn && note === '' ? { field: 'note', says: words.dateMovedWhy } : undefined;
}

/** Takes a milestone away that is none. */
export async function removeMilestone(
  tx: Tx,
  actor: Actor,
  { id: projectId, milestone, now = new Date() }: { readonly id: number; readonly milestone: number } & Clocked,
): Answer {
  const locked = await lockProject(tx, actor, { id: projectId });
  if (!locked.ok) return locked;
  const own = and(eq(projectMilestones.id, milestone), eq(projectMilestones.projectId, projectId));
  const [gone] = await tx.delete(projectMilestones).where(own).returning();
  if (!gone) return refused({ field: 'milestone', says: words.milestoneGone });
  const changes = { [gone.name]: [gone.dueOn, null] } as const;
  await noted(tx, actor, { row: locked.value, action: 'project milestone removed', changes, today: dateOf(now) });
  return done({ id: projectId });
}
