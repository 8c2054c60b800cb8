import { isDay } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Problem } from '#platform/outcome.ts';
import { missingFor, type Facts, type GateTable } from './gates.ts';
import { stages, type Stage, type Status } from './project.ts';

/** As much of a project as decides where it can go. */
export interface Moving {
  readonly stage: Stage;
  readonly stageSince: string;
  readonly status: Status;
}

export interface Move {
  readonly to: Stage;
  readonly on: string;
  readonly reason: string;
}

/** Why a move cannot be made, without what gates ask for: when, from where, and back only with a reason. */
export function moveProblems(
  { stage, stageSince, status }: Moving,
  { to, on, reason }: Move,
  today: string,
): Problem[] {
  if (status === 'lost' || status === 'ended' || status === 'paused')
    return [{ field: 'to', says: words.notMoving(words.statuses[status]) }];
  if (to === stage) return [{ field: 'to', says: words.sameStage(words.stages[stage]) }];
  const isBack = stages.indexOf(to) < stages.indexOf(stage);
  return [
    ...dateProblems(on, { from: stageSince, to: today }),
    ...(isBack && reason === '' ? [{ field: 'reason', says: words.backNeedsReason }] : []),
  ];
}

/** A day neither before the last move nor in the future. */
export function dateProblems(on: string, { from, to }: { readonly from: string; readonly to: string }): Problem[] {
  if (!isDay(on)) return [{ field: 'on', says: words.notADay }];
  if (on > to) return [{ field: 'on', says: words.inFuture }];
  return on < from ? [{ field: 'on', says: words.beforeLast(from) }] : [];
}

/** What the gates on the way ask for that is not there, in words. */
export function gateProblems(facts: Facts, way: { from: Stage; to: Stage }, table: GateTable): Problem[] {
  return missingFor(facts, way, table).map(({ stage, need }) => ({
    field: need,
    says: words.missingAt(words.stages[stage], words.needs[need]),
  }));
}

/** The steps of a move: forward every stage on the way is entered, back only the last. */
export function stepsOf(from: Stage, to: Stage): { from: Stage; to: Stage }[] {
  const [start, end] = [stages.indexOf(from), stages.indexOf(to)];
  if (end < start) return [{ from, to }];
  return stages.slice(start + 1, end + 1).map((stage, place) => ({ from: stages[start + place] ?? from, to: stage }));
}
