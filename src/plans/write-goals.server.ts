import { asc, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { TypedAdjustment } from './adjustment.ts';
import { deepestGoal, depthOf, goalForm, goalProblems, heightOf, numberAt, type GoalFields } from './goal.ts';
import { goals } from './tables.server.ts';
import { adjustPlan, ownPlan, type PlanRow } from './write-adjust.server.ts';
import { refreshPublicPlan } from './write-public.server.ts';

type GoalRow = typeof goals.$inferSelect;
type Answer = Promise<Outcome<{ id: number }>>;

interface Save {
  readonly plan: number;
  /** Left out, it is a new one. */
  readonly goal?: number;
  readonly fields: unknown;
  readonly adjustment: TypedAdjustment;
}

/** Adds a goal, or changes one; without a number it gets the next one of its place. */
export async function saveGoal(tx: Tx, actor: Actor, { plan, goal, fields, adjustment }: Save): Answer {
  const adjusted = await adjustPlan(tx, actor, { plan, ...adjustment });
  if (!adjusted.ok) return adjusted;
  const said = goalForm.safeParse(fields);
  if (!said.success) return refused(...goalProblems(said.error));
  const all = await goalsOf(tx, plan);
  const depth = depthBeneath(all, said.data.parent, goal);
  if (!depth.ok) return depth;
  const before = all.find(({ id }) => id === goal);
  const values = valuesOf(said.data, all, { depth: depth.value, before });
  const changes = changesBetween<Partial<GoalRow>>(before, values);
  if (before && Object.keys(changes).length === 0) return done({ id: before.id });
  const id = before ? await changeGoal(tx, before.id, values) : await addGoal(tx, { plan, all, values });
  const action = before ? 'goal changed' : 'goal added';
  return finish(tx, actor, { plan, id, zone: adjusted.value.zone, action, changes });
}

/** Removes a goal beneath which nothing hangs. */
export async function removeGoal(
  tx: Tx,
  actor: Actor,
  { plan, goal, adjustment }: { plan: number; goal: number; adjustment: TypedAdjustment },
): Answer {
  const adjusted = await adjustPlan(tx, actor, { plan, ...adjustment });
  if (!adjusted.ok) return adjusted;
  const before = (await goalsOf(tx, plan)).find(({ id }) => id === goal);
  if (!before) return refused({ says: words.noGoal });
  if (await hasParts(tx, goal)) return refused({ says: words.goalHasParts });
  await tx.delete(goals).where(eq(goals.id, goal));
  const changes = { titleZh: [before.titleZh, null] } as const;
  return finish(tx, actor, { plan, id: goal, zone: adjusted.value.zone, action: 'goal removed', changes });
}

/** Moves a goal before or behind its neighbour; the order of a document is no promise, so it needs no adjustment. */
export async function moveGoal(
  tx: Tx,
  actor: Actor,
  { plan, goal, to }: { plan: number; goal: number; to: 'up' | 'down' },
): Answer {
  const own = await adjustableOrder(tx, actor, plan);
  if (!own.ok) return own;
  const all = await goalsOf(tx, plan);
  const moved = all.find(({ id }) => id === goal);
  if (!moved) return refused({ says: words.noGoal });
  const beside = all.filter(({ parentId }) => parentId === moved.parentId);
  const from = beside.indexOf(moved);
  const order = beside.toSpliced(from, 1).toSpliced(Math.max(0, from + (to === 'up' ? -1 : 1)), 0, moved);
  const ids = order.map(({ id }) => id);
  await tx.execute(sql`update goal set position = given.place from unnest(${sql.param(ids)}::bigint[])
    with ordinality as given (id, place) where goal.id = given.id and goal.plan_id = ${plan}`);
  return finish(tx, actor, { plan, id: goal, zone: own.value.zoneCode, action: 'order', changes: {} });
}

async function adjustableOrder(tx: Tx, actor: Actor, plan: number): Promise<Outcome<PlanRow>> {
  const own = await ownPlan(tx, actor, plan);
  if (!own.ok) return own;
  return own.value.state === 'closed' ? refused({ says: words.isClosed }) : own;
}

function goalsOf(tx: Tx, plan: number): Promise<GoalRow[]> {
  return tx.select().from(goals).where(eq(goals.planId, plan)).orderBy(asc(goals.position), asc(goals.id));
}

/** How deep a goal would stand; refused beneath another plan's goal, itself, or too deep. */
function depthBeneath(all: readonly GoalRow[], parent: number | null, goal: number | undefined): Outcome<number> {
  const has = (wanted: number) => all.some(({ id }) => id === wanted);
  if (goal !== undefined && !has(goal)) return refused({ says: words.noGoal });
  if (parent === null) return done(0);
  if (!has(parent)) return refused({ field: 'parent', says: words.noParent });
  const moved = all.map((one) => (one.id === goal ? { ...one, parentId: parent } : one));
  const above = depthOf(moved, parent);
  if (above === undefined || parent === goal) return refused({ field: 'parent', says: words.beneathItself });
  return above + 1 + heightOf(all, goal) >= deepestGoal
    ? refused({ field: 'parent', says: words.tooDeep })
    : done(above + 1);
}

interface Place {
  readonly depth: number;
  readonly before: GoalRow | undefined;
}

function valuesOf({ parent, number, titleZh, titleEn, sentence }: GoalFields, all: readonly GoalRow[], place: Place) {
  const beside = all.filter(({ parentId, id }) => parentId === parent && id !== place.before?.id);
  return {
    parentId: parent,
    number: number === '' ? numberAt(place.depth, beside.length + 1) : number,
    ...{ titleZh, titleEn },
    ...(sentence !== undefined && { sentence }),
  };
}

type Values = ReturnType<typeof valuesOf>;

async function changeGoal(tx: Tx, id: number, values: Values): Promise<number> {
  await tx.update(goals).set(values).where(eq(goals.id, id));
  return id;
}

async function addGoal(
  tx: Tx,
  { plan, all, values }: { plan: number; all: readonly GoalRow[]; values: Values },
): Promise<number> {
  const position = 1 + Math.max(0, ...all.map((one) => one.position));
  const [row] = await tx
    .insert(goals)
    .values({ ...values, planId: plan, zoneCode: sql`(select zone_code from plan where id = ${plan})`, position })
    .returning({ id: goals.id });
  if (!row) throw new Error('a goal was not kept');
  return row.id;
}

async function hasParts(tx: Tx, goal: number): Promise<boolean> {
  const { rows } = await tx.execute(sql`select from goal where parent_id = ${goal}
    union all select from indicator where goal_id = ${goal} union all select from task where goal_id = ${goal} limit 1`);
  return rows.length > 0;
}

async function finish(
  tx: Tx,
  actor: Actor,
  { plan, id, ...what }: { plan: number; id: number; zone: string; action: string; changes: Changes },
): Answer {
  await remember(tx, actor, { kind: 'plan', record: String(plan), ...what });
  await refreshPublicPlan(tx, plan);
  return done({ id });
}
