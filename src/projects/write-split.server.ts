import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { shared, splitLines, sumOf } from './count.ts';
import { mostMoney } from './input.ts';
import { rootOf } from './pair.ts';
import { lineOf, signingsOf } from './read-ledger.server.ts';
import { lockProject, type ProjectRow } from './read-row.server.ts';
import { projects } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { refreshFigures } from './write-figures.server.ts';
import { tieDocuments } from './write-files.server.ts';
import { addLines } from './write-lines.server.ts';
import { keepLog } from './write-log.server.ts';
import { withdraw } from './write-signing.server.ts';
import { nextReference } from './write.server.ts';

const splitInput = z.strictObject({
  id: z.number().int().positive(),
  reason: cleanText(1000, 1),
  /** What is split off; the rest stays where it is. Money is yuan. */
  parts: z
    .array(z.strictObject({ nameZh: cleanText(256, 1), amount: z.number().gt(0).lt(mostMoney) }))
    .min(1)
    .max(9),
});

/** Splits parts off a project. Together they are what the whole was, on the same days, and count as the one it was. */
export async function splitProject(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof splitInput> & { readonly now?: Date },
): Promise<Outcome<{ id: number; parts: number[] }>> {
  const said = splitInput.safeParse(input);
  if (!said.success) return refused(...said.error.issues.slice(0, 1).map(({ path }) => wrongAt(path[0])));
  const { id, reason, parts } = said.data;
  const locked = await lockProject(tx, actor, { id });
  if (!locked.ok) return locked;
  const row = locked.value;
  const rest = sumOf([wholeOf(row), ...parts.map(({ amount }) => -amount)]);
  if (rest <= 0) return refused({ field: 'parts', says: words.partsTooMuch });
  const weights = [rest, ...parts.map(({ amount }) => amount)];
  const all = [row, ...(await partsOf(tx, row, { names: parts.map(({ nameZh }) => nameZh), weights, now }))];
  await shareLedger(tx, actor, { all, weights, reason, now });
  await shareDocuments(tx, all);
  await tell(tx, actor, { all, reason, now });
  await refreshFigures(tx, [id]);
  for (const one of all) await changed(tx, one, dateOf(now));
  return done({ id, parts: all.slice(1).map((part) => part.id) });
}

const wrongAt = (field: unknown): Problem =>
  field === 'reason' ? { field: 'reason', says: words.reasonMissing } : { field: 'parts', says: words.partsWrong };

/** What is shared out: what is agreed, or planned as long as nothing is. */
function wholeOf({ agreed, plannedInvestment }: ProjectRow): number {
  return agreed > 0 ? agreed : (plannedInvestment ?? 0);
}

interface Shares {
  readonly names: readonly string[];
  readonly weights: readonly number[];
  readonly now: Date;
}

/** The records of the parts, like the whole in everything but name and money; what was planned is shared out. */
async function partsOf(tx: Tx, whole: ProjectRow, { names, weights, now }: Shares): Promise<ProjectRow[]> {
  const planned = sharesOf(whole.plannedInvestment, weights);
  const fixed = sharesOf(whole.plannedFixedAssets, weights);
  const first = { plannedInvestment: planned[0] ?? null, plannedFixedAssets: fixed[0] ?? null };
  await tx.update(projects).set(first).where(eq(projects.id, whole.id));
  const rows: ProjectRow[] = [];
  for (const [place, nameZh] of names.entries()) {
    const money = { plannedInvestment: planned[place + 1] ?? null, plannedFixedAssets: fixed[place + 1] ?? null };
    const [row] = await tx
      .insert(projects)
      .values({ ...likeness(whole), nameZh, ...money, reference: await nextReference(tx, dateOf(now)) })
      .returning();
    if (row) rows.push(row);
  }
  return rows;
}

function sharesOf(amount: number | null, weights: readonly number[]): (number | null)[] {
  return amount === null ? weights.map(() => null) : shared(amount, weights);
}

function likeness(whole: ProjectRow) {
  const { zoneCode, stage, stageSince, status, statusReason, lostTo, sample, parentId } = whole;
  const { investorId, investorName, country, industries, blockId, site, longitude, latitude, leadUnitId } = whole;
  const { managerAccountId, managerName, agentName, currency, summaryZh, startsBy, completedBy, producesBy } = whole;
  return {
    ...{
      zoneCode,
      stage,
      stageSince,
      status,
      statusReason,
      lostTo,
      sample,
      parentId,
      investorId,
      investorName,
      country,
    },
    ...{
      industries,
      blockId,
      site,
      longitude,
      latitude,
      leadUnitId,
      managerAccountId,
      managerName,
      agentName,
      currency,
    },
    ...{ summaryZh, startsBy, completedBy, producesBy, splitFrom: whole.id, countsWith: rootOf(whole) },
  };
}

interface Parted {
  readonly all: readonly ProjectRow[];
  readonly reason: string;
  readonly now: Date;
}

async function shareLedger(
  tx: Tx,
  actor: Actor,
  { all, weights, reason, now }: Parted & { weights: readonly number[] },
) {
  const lines = (await signingsOf(tx, [all[0]?.id ?? 0])).map(lineOf);
  const standing = lines.filter(({ isWithdrawn }) => !isWithdrawn);
  if (standing.length === 0) return;
  await withdraw(tx, actor, { ids: standing.map(({ id }) => id), reason, now });
  const fixed = new Map(standing.map(({ id, row }) => [id, sharesOf(row.fixedAssets, weights)]));
  for (const [place, part] of splitLines(lines, weights).entries()) {
    const project = all[place];
    const own = part.map((line) => ({
      ...line,
      row: { ...line.row, fixedAssets: fixed.get(line.id)?.[place] ?? null },
    }));
    if (project) await addLines(tx, actor, { project, lines: own });
  }
}

async function shareDocuments(tx: Tx, all: readonly ProjectRow[]): Promise<void> {
  for (const one of all) await tieDocuments(tx, one, null);
}

async function tell(tx: Tx, actor: Actor, { all, reason, now }: Parted): Promise<void> {
  const [whole, ...parts] = all;
  if (!whole) return;
  const on = dateOf(now);
  const zone = whole.zoneCode;
  for (const part of parts) {
    const line = { kind: 'split', from: whole.reference, to: part.reference, on, note: reason } as const;
    await keepLog(tx, actor, { project: whole, lines: [line] });
    const stage = { kind: 'stage', from: '', to: part.stage, on: part.stageSince, note: '' } as const;
    await keepLog(tx, actor, { project: part, lines: [line, stage] });
    const changes = { splitFrom: [null, whole.id], reason: [null, reason] } as const;
    await remember(tx, actor, { kind: 'project', record: String(part.id), action: 'split off', changes, zone });
  }
  const changes = { parts: [null, parts.map(({ id }) => id)], reason: [null, reason] } as const;
  await remember(tx, actor, { kind: 'project', record: String(whole.id), action: 'split', changes, zone });
}
