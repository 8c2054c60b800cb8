import { z } from 'zod';
import { cleanText, namedProblems } from '#events/said.ts';
import { planVerbWords as words } from '#language/words/plan-verbs.ts';
import type { Problem } from '#platform/outcome.ts';
import { inChinese } from '#text/chinese-number.ts';

/** The form of a goal, as it is sent. */
export const goalForm = z.strictObject({
  parent: z.union([
    z.literal('').transform(() => null),
    z
      .string()
      .regex(/^\d{1,15}$/)
      .transform(Number),
  ]),
  number: cleanText(20),
  titleZh: cleanText(500, 1),
  titleEn: cleanText(1000),
  sentence: cleanText(4000).optional(),
});
export type GoalFields = z.output<typeof goalForm>;

export function goalProblems(error: z.ZodError): Problem[] {
  return namedProblems(error, words.goalField);
}

/** Deeper than this nobody finds a goal again. */
export const deepestGoal = 3;

export interface Placed {
  readonly id: number;
  readonly parentId: number | null;
}

export type Branch<T> = T & { readonly depth: number };

/** Goals in the order of their document, each after the one it belongs to. */
export function inOrder<T extends Placed>(goals: readonly T[]): Branch<T>[] {
  const beneath = Map.groupBy(goals, ({ parentId }) => parentId);
  const branch = (parent: number | null, depth: number): Branch<T>[] =>
    (beneath.get(parent) ?? []).flatMap((goal) => [{ ...goal, depth }, ...branch(goal.id, depth + 1)]);
  return branch(null, 0);
}

/** How many goals stand above one; undefined for one that stands, by its parents, beneath itself. */
export function depthOf(goals: readonly Placed[], id: number): number | undefined {
  const parents = new Map(goals.map((goal) => [goal.id, goal.parentId]));
  const above = new Set<number>();
  for (let at = parents.get(id) ?? null; at !== null; at = parents.get(at) ?? null) {
    if (at === id || above.has(at)) return undefined;
    above.add(at);
  }
  return above.size;
}

/** How many goals hang beneath one, the longest way down; nothing hangs beneath a goal that is not there yet. */
export function heightOf(goals: readonly Placed[], id: number | undefined): number {
  const children = goals.filter(({ parentId }) => parentId === id);
  return children.length === 0 ? 0 : 1 + Math.max(...children.map((child) => heightOf(goals, child.id)));
}

/** What the document would number the next goal at that depth: 一, （二）, 3. */
export function numberAt(depth: number, at: number): string {
  if (depth === 0) return inChinese(at);
  return depth === 1 ? `（${inChinese(at)}）` : String(at);
}
