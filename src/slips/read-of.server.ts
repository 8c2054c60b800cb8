import { desc, eq, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { TwoText } from '#language/lang.ts';
import { inBoth, type Difficulty, type SlipColour, type SlipState } from './slip.ts';
import { slips } from './tables.server.ts';

/** A slip as the page of what it is about shows it. */
export interface SlipLine {
  readonly id: number;
  readonly reference: string;
  readonly title: TwoText;
  readonly state: SlipState;
  readonly colour: SlipColour;
  readonly difficulty: Difficulty;
  readonly raisedOn: string;
  readonly nextDueOn: string | null;
}

const columns = {
  task: slips.taskId,
  indicator: slips.indicatorId,
  project: slips.projectId,
  blocker: slips.blockerId,
  instruction: slips.instructionId,
} as const;

/** What a slip can be about. */
export type SlipRecord = keyof typeof columns;

/** The slips about a record, the newest first; whoever may not see its zone finds none. */
export async function slipsOf(db: Db, { kind, id }: { kind: SlipRecord; id: number }): Promise<SlipLine[]> {
  const { reference, title, titleEn, state, colour, difficulty, raisedOn, nextDueOn } = slips;
  const rows = await db
    .select({ id: slips.id, reference, title, titleEn, state, colour, difficulty, raisedOn, nextDueOn })
    .from(slips)
    .where(kind === 'project' ? ofProject(id) : eq(columns[kind], id))
    .orderBy(desc(slips.id));
  return rows.map(({ title: zh, titleEn: en, ...row }) => ({ ...row, title: inBoth(zh, en) }));
}

/** A slip about a record that went into another is about that one: it is worked on, and found, there. */
const ofProject = (id: number) =>
  sql`${slips.projectId} in (select project.id from project where project.id = ${id} or project.merged_into = ${id})`;
