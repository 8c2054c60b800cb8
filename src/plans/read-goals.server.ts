import { asc, eq } from 'drizzle-orm';
import { inBoth } from '#events/event.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { inOrder, type Branch } from './goal.ts';
import { goals } from './tables.server.ts';

export interface GoalView {
  readonly id: number;
  readonly parentId: number | null;
  readonly number: string;
  readonly title: TwoText;
  readonly titleZh: string;
  readonly titleEn: string;
  readonly sentence: string;
}

/** The goals of a plan in the order of its document. */
export async function goalsOfPlan(db: Db, plan: number): Promise<Branch<GoalView>[]> {
  const rows = await db.select().from(goals).where(eq(goals.planId, plan)).orderBy(asc(goals.position), asc(goals.id));
  return inOrder(
    rows.map(({ id, parentId, number, titleZh, titleEn, sentence }) => ({
      ...{ id, parentId, number, titleZh, titleEn, sentence },
      title: inBoth(titleZh, titleEn),
    })),
  );
}
