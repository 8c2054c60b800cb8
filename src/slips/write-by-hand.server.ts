import type { Actor } from '#accounts/actor.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { slipWords } from '#language/words/slips.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { aboutOf } from './read-about.server.ts';
import { isUnitOf } from './read-row.server.ts';
import { canDirect, raiseInput, slipProblems, type RaiseInput } from './slip.ts';
import { raiseAll, type ToRaise } from './write-raise.server.ts';
import type { SlipRecord } from './read-of.server.ts';

export interface AboutRecord {
  readonly kind: 'task' | 'indicator' | 'project';
  readonly id: number;
}

/** What a hand-raised slip is asked for: its own words, and the record it is about, if any. */
export interface ByHand {
  readonly fields: unknown;
  readonly about?: AboutRecord | undefined;
  readonly today: string;
}

const columns = { task: 'taskId', indicator: 'indicatorId', project: 'projectId' } as const satisfies Partial<
  Record<SlipRecord, string>
>;

/** Raises a slip by hand, about a task, an indicator, a project or something that is none of them. */
export async function raiseByHand(
  tx: Tx,
  actor: Actor,
  { fields, about, today }: ByHand,
): Promise<Outcome<{ id: number }>> {
  const parsed = raiseInput.safeParse(fields);
  if (!parsed.success) return refused(...slipProblems(parsed.error));
  const said = parsed.data;
  if (!canDirect(actor, said.zone)) return refused({ field: 'zone', says: words.mayNotRaise });
  const problem = await problemOf(tx, said, about);
  if (problem) return refused(problem);
  const { zone: zoneCode, ...rest } = said;
  const cause = about?.kind ?? 'hand';
  return raiseOne(tx, actor, {
    wanted: { ...rest, zoneCode, cause, sample: false, ...(about && { [columns[about.kind]]: about.id }) },
    today,
  });
}

/** Raises one slip, or says that its cause has an open one. */
export async function raiseOne(
  tx: Tx,
  actor: Actor,
  { wanted, today }: { wanted: ToRaise; today: string },
): Promise<Outcome<{ id: number; reference: string }>> {
  const [raised] = await raiseAll(tx, actor, { wanted: [wanted], today });
  return raised ? done(raised) : refused({ says: slipWords.isOpenAlready });
}

async function problemOf(
  tx: Tx,
  { zone, unitId }: Pick<RaiseInput, 'zone' | 'unitId'>,
  about: AboutRecord | undefined,
): Promise<Problem | undefined> {
  if (unitId && !(await isUnitOf(tx, zone, unitId))) return { field: 'unitId', says: words.unitUnknown };
  if (about && !(await aboutOf(tx, zone, about))) return { field: 'about', says: slipWords.noSuchRecord };
  return undefined;
}
