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
  const meant = withDocument(said.value, current);
  if (current && isSame(current, meant)) return done({ id: indicator.id });
  const problems = [
    ...mayNot(actor, indicator),
    ...whyNotNow(meant, { indicator, current, today }),
    ...(await notThere(tx, meant, indicator)),
    ...(await doubted(tx, meant, indicator)),
  ];
  if (problems.length > 0) return refused(...problems);
  const kept = await keep(tx, actor, { said: meant, indicator, current });
  if (!kept.ok) return kept;
  const dependents = await recompute(tx, actor, { zone: indicator.zoneCode, keys: [indicator.key], today });
  await refreshIndicators(tx, { ids: [indicator.id, ...dependents], today });
  await notifyChanged(tx, [
    `measures:${indicator.zoneCode}`,
    ...[indicator.id, ...dependents].map((id) => `indicator:${id}`),
  ]);
  return done({ id: indicator.id });
}

type Meant = Observation & { readonly document: string | null };

function withDocument({ document, ...said }: Observation, current: Current | undefined): Meant {
  return { ...said, document: document === undefined ? (current?.document ?? null) : document };
}

async function currentOf(tx: Tx, { indicator, end }: Observation): Promise<Current | undefined> {
  const [row] = await tx
    .select()
    .from(observations)
    .where(and(eq(observations.indicatorId, indicator), eq(observations.periodEnd, end), observations.isCurrent));
  return row;
}

const compared = ['value', 'state', 'sourceZh', 'sourceEn', 'sourceUrl', 'document', 'articleId'] as const;

function isSame(current: Current, said: Meant): boolean {
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

function whyNotNow(said: Observation, against: Against): Problem[] {
  const { current } = against;
  if (said.seen !== undefined && said.seen !== revisionOf(current)) return [{ says: meanwhile(current) }];
  const needsNote = current !== undefined && said.note === '';
  return [...whyNotThen(said, against), ...(needsNote ? [{ field: 'note', says: words.sayWhy }] : [])];
}

function revisionOf(current: Current | undefined): number {
  return current?.revision ?? 0;
}

function meanwhile(current: Current | undefined) {
  return current ? words.changedMeanwhile(current.actorName, current.value) : words.goneMeanwhile;
}

function whyNotThen({ end }: Observation, { indicator: { period }, today }: Against): Problem[] {
  return [
    ...(isPeriodEnd(period, end) ? [] : [{ field: 'end', says: words.notPeriod }]),
    ...(end > periodEnd(period, today) ? [{ field: 'end', says: words.notBegun }] : []),
  ];
}

/** A file of another zone is as if it did not exist; an article may be anybody's that this person reads. */
async function notThere(tx: Tx, { document, articleId }: Meant, { zoneCode }: IndicatorRow): Promise<Problem[]> {
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

interface Kept {
  readonly said: Meant;
  readonly indicator: IndicatorRow;
  readonly current: Current | undefined;
}

async function keep(tx: Tx, actor: Actor, { said, indicator, current }: Kept): Promise<Outcome<null>> {
  const { end, value, note } = said;
  await keepRow(tx, actor, { said, zone: indicator.zoneCode });
  const changes: Changes = {
    [end]: [current?.value ?? null, value],
    ...(note !== '' && { note: [null, note] as const }),
  };
  const deed = { kind: 'indicator', record: String(indicator.id), zone: indicator.zoneCode, changes };
  await remember(tx, actor, { ...deed, action: current ? 'value revised' : 'value entered' });
  return showEvidence(tx, indicator);
}

/** The row before stays, and is no longer the one that counts. */
async function keepRow(tx: Tx, actor: Actor, { said, zone }: { said: Meant; zone: string }): Promise<void> {
  const { indicator: indicatorId, end: periodEnd, value, state, origin, sample, note } = said;
  const { sourceZh, sourceEn, sourceUrl, document, articleId } = said;
  const isOfPeriod = and(eq(observations.indicatorId, indicatorId), eq(observations.periodEnd, periodEnd));
  await tx.update(observations).set({ isCurrent: false }).where(and(isOfPeriod, observations.isCurrent));
  await tx.insert(observations).values({
    ...{
      indicatorId,
      zoneCode: zone,
      periodEnd,
      value,
      state,
      origin,
      sample,
      note,
      actor: actor.id,
      actorName: actor.name,
    },
    ...{ sourceZh, sourceEn, sourceUrl, document, articleId },
    revision: sql`1 + coalesce((select max(revision) from observation
      where indicator_id = ${indicatorId} and period_end = ${periodEnd}), 0)`,
  });
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
