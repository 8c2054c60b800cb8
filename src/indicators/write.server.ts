import { eq, like, and, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { viewWords } from '#language/words/view.ts';
import { indicatorWords as words } from '#language/words/indicators.ts';
import { adjustPlans } from '#plans/write-adjust-plans.server.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canDefine, newIndicator, nothingSaid, problemsTogether } from './indicator.ts';
import type { Indicator, NewIndicator } from './indicator.ts';
import { keyFor } from './key.ts';
import { parsed } from './parse.ts';
import { idOfKey, lockValuesOf, notOfZone } from './read-row.server.ts';
import { formulaProblems } from './read-why-not.server.ts';
import type { Valued } from './standing.ts';
import { indicators, indicatorTargets } from './tables.server.ts';
import { recompute } from './write-computed.server.ts';
import { refreshIndicators } from './write-standing.server.ts';

/** Adds an indicator to what a zone measures. */
export async function createIndicator(tx: Tx, actor: Actor, input: NewIndicator): Promise<Outcome<{ id: number }>> {
  const said = parsed(newIndicator, input);
  if (!said.ok) return said;
  const { zone, sample = false, targets = [], adjustment, ...fields } = said.value;
  if (actor.viewedBy) return refused({ says: viewWords.onlyLooking });
  if (!canDefine(actor, zone)) return refused({ field: 'zone', says: words.notYourZone });
  const key = await keyOf(tx, zone, fields);
  const row: Indicator = { ...nothingSaid, ...mentioned(fields), ...required(fields), key };
  await lockValuesOf(tx, zone);
  const problems = await whyNotSo(tx, { zone, row, targets });
  if (problems.length > 0) return refused(...problems);
  const adjusted = await adjustPlans(tx, actor, { plans: [row.planId], adjustment });
  if (!adjusted.ok) return adjusted;
  return done({ id: await add(tx, actor, { zone, row, targets, sample }) });
}

/** The row itself, its targets, and its first values and standing where it is computed. */
async function add(
  tx: Tx,
  actor: Actor,
  { zone, row, targets, sample }: Proposed & { sample: boolean },
): Promise<number> {
  const [made] = await tx
    .insert(indicators)
    .values({ ...row, zoneCode: zone, sample })
    .returning({ id: indicators.id });
  if (!made) throw new Error('an indicator that was added has no id');
  await keepTargets(tx, { ...made, zone }, targets);
  const changes = changesBetween<object>(undefined, { ...row, targets });
  await remember(tx, actor, { kind: 'indicator', record: String(made.id), action: 'add', changes, zone });
  if (row.formula !== '') await recompute(tx, actor, { zone, keys: [row.key] });
  await refreshIndicators(tx, { ids: [made.id] });
  await notifyChanged(tx, [`indicator:${made.id}`, `measures:${zone}`]);
  return made.id;
}

function required({ nameZh, period, accumulation }: Pick<Indicator, 'nameZh' | 'period' | 'accumulation'>) {
  return { nameZh, period, accumulation };
}

type Mentionable = { readonly [field in keyof Indicator]?: Indicator[field] | undefined };

/** Only what was said: what is not mentioned stays as it is. */
export function mentioned(said: Mentionable): Partial<Indicator> {
  return Object.fromEntries(Object.entries(said).filter(([, one]) => one !== undefined));
}

async function keyOf(tx: Tx, zone: string, said: Parameters<typeof freeKey>[2] & { key?: string | undefined }) {
  return said.key ?? freeKey(tx, zone, said);
}

async function freeKey(tx: Tx, zone: string, { nameZh, nameEn }: { nameZh: string; nameEn?: string | undefined }) {
  const name = nameEn === undefined ? { nameZh } : { nameZh, nameEn };
  const plain = keyFor(name, new Set());
  const rows = await tx
    .select({ key: indicators.key })
    .from(indicators)
    .where(and(eq(indicators.zoneCode, zone), like(indicators.key, `${plain.replaceAll('_', '\\_')}%`)));
  return keyFor(name, new Set(rows.map(({ key }) => key)));
}

export interface Proposed {
  readonly zone: string;
  readonly row: Indicator;
  readonly targets: readonly Valued[];
  /** Of an indicator there is already, and what it was called until now. */
  readonly id?: number;
  readonly keyBefore?: string;
}

/** Everything that stands in the way of an indicator being so. */
export async function whyNotSo(tx: Tx, { zone, row, targets, id, keyBefore }: Proposed): Promise<Problem[]> {
  const foreign = await notOfZone(tx, zone, row);
  const holder = await idOfKey(tx, zone, row.key);
  return [
    ...problemsTogether(row, targets),
    ...foreign.map((field) => ({ field, says: notThere[field] ?? words.notUnderstood })),
    ...(holder !== undefined && holder !== id ? [{ field: 'key', says: words.keyTaken(row.key) }] : []),
    ...(await formulaProblems(tx, { zone, row, ...(keyBefore !== undefined && { keyBefore }) })),
  ];
}

const notThere: Readonly<Partial<Record<keyof Indicator, Problem['says']>>> = {
  ...{ planId: words.noPlan, goalId: words.noGoal, clusterId: words.noCluster, unitId: words.noUnit },
  improvement: words.noImprovement,
};

/** Keeps this path of targets in place of the one before. */
export async function keepTargets(tx: Tx, { id, zone }: { id: number; zone: string }, targets: readonly Valued[]) {
  await tx.delete(indicatorTargets).where(eq(indicatorTargets.indicatorId, id));
  if (targets.length === 0) return;
  const rows = targets.map(({ end, value }) => ({ indicatorId: id, zoneCode: zone, periodEnd: end, value }));
  await tx.insert(indicatorTargets).values(rows);
}

export function nextRevision() {
  return { revision: sql`${indicators.revision} + 1`, updatedAt: sql`now()` };
}
