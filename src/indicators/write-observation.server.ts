import { and, eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { filesById } from '#files/read.server.ts';
import { useFiles } from '#files/write-use.server.ts';
import type { Changes } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { fileWords } from '#language/words/files.ts';
import { observationWords as words } from '#language/words/observations.ts';
import { viewWords } from '#language/words/view.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canObserve } from './indicator.ts';
import { doubtsOf, observationInput, type Observation, type ObservationInput } from './observation.ts';
import { parsed } from './parse.ts';
import { isPeriodEnd, periodEnd } from './period.ts';
import { lockIndicator, lockValuesOf, type IndicatorRow } from './read-row.server.ts';
import { observations } from './tables.server.ts';
import { recompute } from './write-computed.server.ts';
import { refreshIndicators } from './write-standing.server.ts';

type Current = typeof observations.$inferSelect;

/** Enters the value of a period, or revises it: then the earlier one stays, and it is said what changed and why. */
export async function observe(
  tx: Tx,
  actor: Actor,
  { today = dateOf(new Date()), ...input }: ObservationInput & { readonly today?: string },
): Promise<Outcome<{ id: number }>> {
  const said = parsed(observationInput, input, words.wrong);
  if (!said.ok) return said;
  const locked = await lockIndicator(tx, actor, said.value.indicator);
  if (!locked.ok) return locked;
  const indicator = locked.value;
  await lockValuesOf(tx, indicator.zoneCode);
  const current = await currentOf(tx, said.value);
  if (current && isSame(current, said.value)) return done({ id: indicator.id });
  const problems = [
    ...mayNot(actor, indicator),
    ...whyNotNow(said.value, { indicator, current, today }),
    ...(await notThere(tx, said.value, indicator)),
    ...(await doubted(tx, said.value, indicator)),
  ];
  if (problems.length > 0) return refused(...problems);
  const kept = await keep(tx, actor, { said: said.value, indicator, current });
  if (!kept.ok) return kept;
  const dependents = await recompute(tx, actor, { zone: indicator.zoneCode, keys: [indicator.key], today });
  await refreshIndicators(tx, { ids: [indicator.id, ...dependents], today });
  await notifyChanged(tx, [
    `measures:${indicator.zoneCode}`,
    ...[indicator.id, ...dependents].map((id) => `indicator:${id}`),
  ]);
  return done({ id: indicator.id });
}

async function currentOf(tx: Tx, { indicator, end }: Observation): Promise<Current | undefined> {
  const [row] = await tx
    .select()
    .from(observations)
    .where(and(eq(observations.indicatorId, indicator), eq(observations.periodEnd, end), observations.isCurrent));
  return row;
}

const compared = ['value', 'state', 'sourceZh', 'sourceEn', 'sourceUrl', 'document', 'articleId'] as const;

function isSame(current: Current, said: Observation): boolean {
  return compared.every((field) => current[field] === said[field]);
}

function mayNot(actor: Actor, indicator: IndicatorRow): Problem[] {
  if (actor.viewedBy) return [{ says: viewWords.onlyLooking }];
  if (!canObserve(actor, indicator)) return [{ says: words.notYours }];
  return indicator.formula === '' ? [] : [{ says: words.isComputed }];
}

interface Against {
  readonly indicator: IndicatorRow;
  readonly current: Current | undefined;
  readonly today: string;
}

function whyNotNow({ end, note, seen }: Observation, { indicator: { period }, current, today }: Against): Problem[] {
  const now = current?.revision ?? 0;
  if (seen !== undefined && seen !== now)
    return [{ says: words.changedMeanwhile(current?.actorName ?? '', current?.value ?? 0) }];
  return [
    ...(isPeriodEnd(period, end) ? [] : [{ field: 'end', says: words.notPeriod }]),
    ...(end > periodEnd(period, today) ? [{ field: 'end', says: words.notBegun }] : []),
    ...(current && note === '' ? [{ field: 'note', says: words.sayWhy }] : []),
  ];
}

/** A file of another zone is as if it did not exist; an article may be anybody's that this person reads. */
async function notThere(tx: Tx, { document, articleId }: Observation, { zoneCode }: IndicatorRow): Promise<Problem[]> {
  const found = document === null || (await filesById(tx, zoneCode, [document])).has(document);
  const { rows } = await tx.execute(sql`select from article where id = ${articleId}`);
  return [
    ...(found ? [] : [{ field: 'document', says: fileWords.notOfZone }]),
    ...(articleId === null || rows.length > 0 ? [] : [{ field: 'articleId', says: words.noArticle }]),
  ];
}

async function doubted(tx: Tx, said: Observation, { accumulation }: IndicatorRow): Promise<Problem[]> {
  if (said.isSure) return [];
  const others = await tx
    .select({ end: observations.periodEnd, value: observations.value })
    .from(observations)
    .where(and(eq(observations.indicatorId, said.indicator), observations.isCurrent))
    .orderBy(observations.periodEnd);
  return doubtsOf(said, others, accumulation).map(({ why, beside }) => ({
    field: 'isSure',
    says: words.doubts[why](beside.end, beside.value),
  }));
}

async function keep(
  tx: Tx,
  actor: Actor,
  { said, indicator, current }: { said: Observation; indicator: IndicatorRow; current: Current | undefined },
): Promise<Outcome<null>> {
  const { indicator: indicatorId, end, isSure: _, seen: __, ...row } = said;
  await tx
    .update(observations)
    .set({ isCurrent: false })
    .where(and(eq(observations.indicatorId, indicatorId), eq(observations.periodEnd, end), observations.isCurrent));
  await tx.insert(observations).values({
    ...{ ...row, indicatorId, zoneCode: indicator.zoneCode, periodEnd: end, actor: actor.id, actorName: actor.name },
    revision: sql`1 + coalesce((select max(revision) from observation
      where indicator_id = ${indicatorId} and period_end = ${end}), 0)`,
  });
  const changes: Changes = {
    [end]: [current?.value ?? null, said.value],
    ...(said.note && { note: [null, said.note] as const }),
  };
  const action = current ? 'value revised' : 'value entered';
  await remember(tx, actor, {
    kind: 'indicator',
    record: String(indicatorId),
    action,
    changes,
    zone: indicator.zoneCode,
  });
  return showEvidence(tx, indicator);
}

/** The evidence of its values is seen by everybody as soon as the indicator is. */
export async function showEvidence(
  tx: Tx,
  { id, zoneCode, isPublic }: Pick<IndicatorRow, 'id' | 'zoneCode' | 'isPublic'>,
) {
  const rows = await tx
    .selectDistinct({ document: observations.document })
    .from(observations)
    .where(eq(observations.indicatorId, id));
  const user = { kind: 'indicator', record: String(id), zone: zoneCode, isPublic };
  const foreign = await useFiles(
    tx,
    user,
    rows.flatMap(({ document }) => document ?? []),
  );
  return foreign.length > 0 ? refused({ field: 'document', says: fileWords.notOfZone }) : done(null);
}
