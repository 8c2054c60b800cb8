import { and, eq, inArray, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { improvementWords as words } from '#language/words/improvements.ts';
import { indicatorWords } from '#language/words/indicators.ts';
import type { TypedAdjustment } from '#plans/adjustment.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { readFields, type Cells } from '#profiles/field.ts';
import { canWordImprovements, groupFields, suggestionFields } from './improvement.ts';
import { canDefine } from './indicator.ts';
import { improvementTemplate } from './read-improvements.server.ts';
import { improvementIndicators, improvements, indicators } from './tables.server.ts';
import { createIndicator } from './write.server.ts';
import type { NewIndicator } from './indicator.ts';
import { saidIn } from './fields.ts';

/** Adds a group to the template, or says something else of one. */
export async function putGroup(
  tx: Tx,
  actor: Actor,
  { was, cells }: { was: string; cells: Cells },
): Promise<Outcome<{ key: string }>> {
  if (!canWordImprovements(actor)) return refused({ says: words.onlyOperator });
  const said = readFields(groupFields, cells);
  if (!said.ok) return said;
  const row = groupIn(said.value);
  const { key } = row;
  const groups = (await improvementTemplate(tx)).map((group) => group.cells);
  const problem = await whyNotGroup(tx, { was, key, groups: groups.map((group) => group['key'] ?? '') });
  if (problem) return refused(problem);
  await tx.insert(improvements).values(row).onConflictDoUpdate({ target: improvements.key, set: row });
  if (was !== '' && key !== was) await renameGroup(tx, was, key);
  const changes = changesBetween<Cells>(
    groups.find((group) => group['key'] === was),
    said.value,
  );
  await remember(tx, actor, { kind: 'improvement', record: key, action: was === '' ? 'add' : 'change', changes });
  await notifyChanged(tx, ['measures']);
  return done({ key });
}

function groupIn({ key = '', name_zh: nameZh = '', name_en: nameEn = '', position }: Cells) {
  return { key, nameZh, nameEn, position: Number(position) };
}

async function whyNotGroup(
  tx: Tx,
  { was, key, groups }: { was: string; key: string; groups: readonly string[] },
): Promise<Problem | undefined> {
  if (was !== '' && !groups.includes(was)) return { says: words.noRow };
  if (key === was) return undefined;
  if (groups.includes(key)) return { field: 'key', says: words.keyTaken };
  return was !== '' && (await isUsed(tx, was)) ? { field: 'key', says: words.keyStays } : undefined;
}

async function renameGroup(tx: Tx, was: string, key: string): Promise<void> {
  await tx
    .update(improvementIndicators)
    .set({ improvementKey: key })
    .where(eq(improvementIndicators.improvementKey, was));
  await tx.delete(improvements).where(eq(improvements.key, was));
}

async function isUsed(tx: Tx, key: string): Promise<boolean> {
  const rows = await tx.select({ id: indicators.id }).from(indicators).where(eq(indicators.improvement, key)).limit(1);
  return rows.length > 0;
}

/** Takes a group and what it suggests out of the template, where no indicator belongs to it. */
export async function removeGroup(tx: Tx, actor: Actor, key: string): Promise<Outcome<null>> {
  if (!canWordImprovements(actor)) return refused({ says: words.onlyOperator });
  if (await isUsed(tx, key)) return refused({ says: words.inUse });
  const gone = await tx.delete(improvements).where(eq(improvements.key, key)).returning({ key: improvements.key });
  if (gone.length === 0) return refused({ says: words.noRow });
  await remember(tx, actor, { kind: 'improvement', record: key, action: 'deleted' });
  return done(null);
}

interface Suggested {
  /** Undefined for a new one. */
  readonly id: number | undefined;
  readonly group: string;
  readonly cells: Cells;
}

/** Adds a suggested indicator to a group, or says something else of one. */
export async function putSuggestion(tx: Tx, actor: Actor, { cells, ...where }: Suggested): Promise<Outcome<null>> {
  if (!canWordImprovements(actor)) return refused({ says: words.onlyOperator });
  const said = readFields(suggestionFields, cells);
  if (!said.ok) return said;
  const template = await improvementTemplate(tx);
  const all = template.flatMap(({ suggestions }) => suggestions);
  const before = all.find(({ id }) => id === where.id);
  const hasGroup = template.some((group) => group.cells['key'] === where.group);
  if (!hasGroup || (where.id !== undefined && !before)) return refused({ says: words.noRow });
  const isTaken = all.some((one) => one.id !== where.id && one.cells['key'] === said.value['key']);
  if (isTaken) return refused({ field: 'key', says: words.keyTaken });
  await keepSuggestion(tx, { ...where, cells: said.value });
  const changes = changesBetween<Cells>(before?.cells, said.value);
  await remember(tx, actor, { kind: 'improvement', record: where.group, action: 'change', changes });
  return done(null);
}

async function keepSuggestion(tx: Tx, { id, group, cells }: Suggested): Promise<void> {
  const keys = suggestionFields.map(({ key }) => sql.identifier(key));
  const names = sql.join(keys, sql`, `);
  const record = sql`jsonb_populate_record(null::improvement_indicator, ${JSON.stringify(cells)}::jsonb)`;
  await tx.execute(
    id === undefined
      ? sql`insert into improvement_indicator (improvement_key, ${names}) select ${group}, ${names} from ${record}`
      : sql`update improvement_indicator set (improvement_key, ${names}) = (select ${group}, ${names} from ${record})
          where id = ${id}`,
  );
}

/** Takes a suggested indicator out of the template; what was made of it stays. */
export async function removeSuggestion(tx: Tx, actor: Actor, id: number): Promise<Outcome<null>> {
  if (!canWordImprovements(actor)) return refused({ says: words.onlyOperator });
  const [gone] = await tx.delete(improvementIndicators).where(eq(improvementIndicators.id, id)).returning();
  if (!gone) return refused({ says: words.noRow });
  const changes = { [gone.key]: [gone.nameZh, null] } as const;
  await remember(tx, actor, { kind: 'improvement', record: gone.improvementKey, action: 'change', changes });
  return done(null);
}

/** Takes the whole template into a plan; what the zone has under the same key stays as it is. Answers how many were added. */
export async function applyImprovements(
  tx: Tx,
  actor: Actor,
  { zone, plan, adjustment }: { zone: string; plan: number; adjustment: TypedAdjustment },
): Promise<Outcome<number>> {
  if (!canDefine(actor, zone)) return refused({ says: indicatorWords.notYours });
  const template = await improvementTemplate(tx);
  const suggested = template.flatMap(({ cells, suggestions }) =>
    suggestions.map((one) => ({ improvement: cells['key'] ?? '', cells: one.cells })),
  );
  const keys = suggested.map(({ cells }) => cells['key'] ?? '');
  const there = await tx
    .select({ key: indicators.key })
    .from(indicators)
    .where(and(eq(indicators.zoneCode, zone), inArray(indicators.key, ['', ...keys])));
  const known = new Set(there.map(({ key }) => key));
  const missing = suggested.filter(({ cells }) => !known.has(cells['key'] ?? ''));
  for (const [at, { improvement, cells }] of missing.entries()) {
    const said = { ...saidIn(camel(cells)), zone, planId: plan, improvement, position: at + 1, adjustment };
    const made = await createIndicator(tx, actor, said as NewIndicator);
    if (!made.ok) return made;
  }
  return done(missing.length);
}

function camel(cells: Cells): Cells {
  const named = Object.entries(cells).map(([key, value]) => [
    key.replace(/_([a-z])/g, (_, one: string) => one.toUpperCase()),
    value,
  ]);
  return Object.fromEntries(named) as Cells;
}
