import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween, type Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { indicatorWords as words } from '#language/words/indicators.ts';
import { viewWords } from '#language/words/view.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import {
  canDefine,
  changesPlan,
  indicatorChange,
  indicatorInput,
  type Indicator,
  type IndicatorChange,
} from './indicator.ts';
import { parsed } from './parse.ts';
import { lockIndicator, lockValuesOf, targetsOf, type IndicatorRow } from './read-row.server.ts';
import { indicators } from './tables.server.ts';
import { recompute } from './write-computed.server.ts';
import { showEvidence } from './write-observation.server.ts';
import { refreshIndicators } from './write-standing.server.ts';
import { keepTargets, mentioned, nextRevision, whyNotSo } from './write.server.ts';

/** Changes what is measured or what it is to reach; what is not mentioned stays. Nothing is written over that was not seen. */
export async function changeIndicator(tx: Tx, actor: Actor, input: IndicatorChange): Promise<Outcome<{ id: number }>> {
  const said = parsed(indicatorChange, input);
  if (!said.ok) return said;
  const { id, revision, targets: saidTargets, adjustment, ...fields } = said.value;
  const locked = await lockToDefine(tx, actor, id);
  if (!locked.ok) return locked;
  const before = locked.value;
  const was = { ...contentOf(before), targets: await targetsOf(tx, id) };
  const { targets, ...row } = { ...was, ...mentioned(fields), targets: byDay(saidTargets ?? was.targets) };
  const changes = changesBetween<object>(was, { ...row, targets });
  if (Object.keys(changes).length === 0) return done({ id });
  const problems = [
    ...unseen(before, revision, changes),
    ...(await whyNotSo(tx, { zone: before.zoneCode, row, targets, id, keyBefore: before.key })),
  ];
  if (problems.length > 0) return refused(...problems);
  const adjusted = await adjustPlans(tx, actor, { plans: plansToAdjust(changes, was, row), adjustment });
  if (!adjusted.ok) return adjusted;
  await tx
    .update(indicators)
    .set({ ...row, ...nextRevision() })
    .where(eq(indicators.id, id));
  if ('targets' in changes) await keepTargets(tx, { id, zone: before.zoneCode }, targets);
  await remember(tx, actor, {
    kind: 'indicator',
    record: String(id),
    action: 'change',
    changes,
    zone: before.zoneCode,
  });
  await follow(tx, actor, { ...before, ...row });
  return done({ id });
}

async function lockToDefine(tx: Tx, actor: Actor, id: number): Promise<Outcome<IndicatorRow>> {
  const locked = await lockIndicator(tx, actor, id);
  const mayNot = locked.ok ? whyMayNot(actor, locked.value) : undefined;
  return mayNot ? refused(mayNot) : locked;
}

function plansToAdjust(changes: Changes, before: Indicator, after: Indicator): (number | null)[] {
  return changesPlan(Object.keys(changes)) ? [before.planId, after.planId] : [];
}

function whyMayNot(actor: Actor, { zoneCode }: IndicatorRow): Problem | undefined {
  if (actor.viewedBy) return { says: viewWords.onlyLooking };
  return canDefine(actor, zoneCode) ? undefined : { says: words.notYours };
}

const contentFields = Object.keys(indicatorInput.shape) as (keyof Indicator)[];

/** What is said of it, without whose it is and how it stands. */
export function contentOf(row: IndicatorRow): Indicator {
  return Object.fromEntries(contentFields.map((field) => [field, row[field]])) as unknown as Indicator;
}

function byDay<T extends { end: string }>(targets: readonly T[]): T[] {
  return [...targets].sort((one, other) => (one.end < other.end ? -1 : 1));
}

/** Somebody changed it in between: what it says now stands beside each field that would be written over. */
function unseen({ revision: now }: IndicatorRow, seen: number | undefined, changes: Changes): Problem[] {
  if (seen === undefined || seen === now) return [];
  const fields = Object.entries(changes)
    .filter(([, [was]]) => typeof was !== 'object')
    .map(([field, [was]]) => ({ field, says: words.nowSays(String(was ?? '').slice(0, 200)) }));
  return [{ says: words.changedSince }, ...fields];
}

/** Its values where they are computed, what hangs on them, and how all of it stands. */
async function follow(tx: Tx, actor: Actor, after: IndicatorRow): Promise<void> {
  const { id, key, zoneCode: zone } = after;
  await lockValuesOf(tx, zone);
  const touched = await recompute(tx, actor, { zone, keys: [key] });
  await refreshIndicators(tx, { ids: [id, ...touched] });
  await showEvidence(tx, after);
  await notifyChanged(tx, [`measures:${zone}`, ...[id, ...touched].map((one) => `indicator:${one}`)]);
}
