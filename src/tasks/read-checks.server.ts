import { and, eq, inArray, isNull, ne, sql } from 'drizzle-orm';
import { accounts, memberships } from '#accounts/tables.server.ts';
import { instructions } from '#instructions/tables.server.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { goals, plans } from '#plans/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import { units } from '#profiles/tables.server.ts';
import type { TaskWork } from './read-row.server.ts';
import { tasks } from './tables.server.ts';
import type { MilestoneInput, TaskInput } from './task.ts';

interface Checked {
  readonly zone: string;
  readonly said: TaskInput;
  /** The task as it stands; undefined for a new one. */
  readonly before?: TaskWork | undefined;
}

/** What of it cannot be, when each field by itself is right. */
export async function problemsTogether(tx: Tx, { zone, said, before }: Checked): Promise<Problem[]> {
  return [
    ...datesWrong(said),
    ...milestonesWrong(said.milestones, before),
    ...(await planWrong(tx, { zone, said, before })),
    ...(await unitsWrong(tx, { zone, said, before })),
    ...(await personWrong(tx, { zone, said })),
    ...(await instructionWrong(tx, zone, said.instructionId)),
  ];
}

function datesWrong({ beginsOn, dueOn, milestones }: TaskInput): Problem[] {
  if (beginsOn > dueOn) return [{ field: 'dueOn', says: words.beginsAfterDue }];
  const outside = milestones.some((one) => one.dueOn < beginsOn || one.dueOn > dueOn);
  return outside ? [{ field: 'milestones', says: words.milestoneOutside }] : [];
}

/** What was reached stays with its date, and nobody changes a milestone that is not there. */
function milestonesWrong(said: readonly MilestoneInput[], before: TaskWork | undefined): Problem[] {
  const known = before?.milestones ?? [];
  const ids = said.flatMap(({ id }) => id ?? []);
  const isGone = ids.some((id) => !known.some((one) => one.id === id)) || new Set(ids).size < ids.length;
  if (isGone) return [{ field: 'milestones', says: words.milestoneGone }];
  const reached = known.filter(({ doneOn }) => doneOn !== null);
  const stays = reached.every(({ id, dueOn }) => said.some((one) => one.id === id && one.dueOn === dueOn));
  return stays ? [] : [{ field: 'milestones', says: words.milestoneDone }];
}

async function planWrong(tx: Tx, { zone, said, before }: Checked): Promise<Problem[]> {
  const { planId, goalId } = said;
  if (planId === null) return goalId === null ? [] : [{ field: 'goalId', says: words.noSuchGoal }];
  const ofZone = and(eq(plans.id, planId), eq(plans.zoneCode, zone));
  const [plan] = await tx.select({ state: plans.state }).from(plans).where(ofZone);
  if (!plan) return [{ field: 'planId', says: words.noSuchPlan }];
  if (plan.state === 'closed' && before?.row.planId !== planId) return [{ field: 'planId', says: words.planClosed }];
  return insidePlanWrong(tx, said, before);
}

async function insidePlanWrong(tx: Tx, said: TaskInput, before: TaskWork | undefined): Promise<Problem[]> {
  const { planId, goalId, number } = said;
  if (goalId !== null && !(await isGoalOf(tx, planId ?? 0, goalId)))
    return [{ field: 'goalId', says: words.noSuchGoal }];
  return (await isTaken(tx, said, before)) ? [{ field: 'number', says: words.numberTaken(number) }] : [];
}

async function isTaken(tx: Tx, { planId, number }: TaskInput, before: TaskWork | undefined): Promise<boolean> {
  if (planId === null || number === '') return false;
  const same = and(eq(tasks.planId, planId), eq(tasks.number, number), ne(tasks.id, before?.row.id ?? 0));
  return (await tx.select({ id: tasks.id }).from(tasks).where(same)).length > 0;
}

async function isGoalOf(tx: Tx, planId: number, goalId: number): Promise<boolean> {
  const found = await tx
    .select({ id: goals.id })
    .from(goals)
    .where(and(eq(goals.id, goalId), eq(goals.planId, planId)));
  return found.length > 0;
}

/** A unit that was retired stays where it was and is not chosen anew. */
async function unitsWrong(tx: Tx, { zone, said, before }: Checked): Promise<Problem[]> {
  const asked = [said.leadUnitId, ...said.coUnits].filter((id) => id !== null);
  const had = before?.units ?? [];
  if (asked.length === 0) return [];
  const found = await tx
    .select({ id: units.id, active: units.active })
    .from(units)
    .where(and(eq(units.zoneCode, zone), inArray(units.id, asked)));
  const usable = new Set(found.filter(({ id, active }) => active || had.includes(id)).map(({ id }) => id));
  const isWrong = (id: number | null) => id !== null && !usable.has(id);
  if (isWrong(said.leadUnitId)) return [{ field: 'leadUnitId', says: words.noSuchUnit }];
  return said.coUnits.some(isWrong) ? [{ field: 'coUnits', says: words.noSuchUnit }] : [];
}

async function personWrong(tx: Tx, { zone, said }: Checked): Promise<Problem[]> {
  if (said.personAccountId === null) return [];
  const found = await tx
    .select({ id: accounts.id })
    .from(accounts)
    .innerJoin(memberships, eq(memberships.accountId, accounts.id))
    .where(and(eq(accounts.id, said.personAccountId), eq(memberships.zoneCode, zone), isNull(accounts.disabledAt)));
  return found.length > 0 ? [] : [{ field: 'personAccountId', says: words.noSuchPerson }];
}

/** Whether that instruction is one of the zone. */
export async function instructionWrong(tx: Tx, zone: string, id: number | null): Promise<Problem[]> {
  if (id === null) return [];
  const found = await tx
    .select({ one: sql`1` })
    .from(instructions)
    .where(and(eq(instructions.id, id), eq(instructions.zoneCode, zone)));
  return found.length > 0 ? [] : [{ field: 'instructionId', says: words.noSuchInstruction }];
}
