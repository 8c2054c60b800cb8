import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { cleanText } from '#events/said.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { rootOf, type Pair } from './pair.ts';
import { lockProject, type ProjectRow } from './read-row.server.ts';
import { projects } from './tables.server.ts';
import { changed } from './write-changed.server.ts';
import { refreshFigures } from './write-figures.server.ts';
import { tieDocuments } from './write-files.server.ts';
import { keepLog } from './write-log.server.ts';
import { follow } from './write-merge-follow.server.ts';
import { joinLedgers, mergeLedgers } from './write-merge-ledger.server.ts';

const id = z.number().int().positive();
const mergeInput = z.strictObject({ id, into: id, reason: cleanText(1000, 1) });

/** Makes two records of one project one. Everything of `id` goes to `into`, which counts once; the old record leads on. */
export async function mergeProjects(
  tx: Tx,
  actor: Actor,
  { now = new Date(), ...input }: z.input<typeof mergeInput> & { readonly now?: Date },
): Promise<Outcome<{ id: number }>> {
  const said = mergeInput.safeParse(input);
  if (!said.success) return refused({ field: 'reason', says: words.reasonMissing });
  const locked = await lockPair(tx, actor, said.data);
  if (!locked.ok) return locked;
  const pair = locked.value;
  const { going, staying } = pair;
  const merging = { pair, reason: said.data.reason, now };
  const ledgers = pair.isOneFamily ? await joinLedgers(tx, actor, merging) : await mergeLedgers(tx, actor, merging);
  if (!ledgers.ok) return ledgers;
  await follow(tx, actor, pair);
  const set = { mergedInto: staying.id, countsOn: null, countsAs: null, isPublic: false };
  await tx.update(projects).set(set).where(eq(projects.id, going.id));
  await tx.update(projects).set(learnt(pair)).where(eq(projects.id, staying.id));
  await tell(tx, actor, merging);
  await refreshFigures(tx, [staying.id, going.id]);
  const tied = await tieDocuments(tx, staying, null);
  if (!tied.ok) return tied;
  await changed(tx, staying, dateOf(now));
  await changed(tx, going, dateOf(now));
  return done({ id: staying.id });
}

/** Both, locked in one order. */
async function lockPair(
  tx: Tx,
  actor: Actor,
  { id: from, into }: { readonly id: number; readonly into: number },
): Promise<Outcome<Pair>> {
  if (from === into) return refused({ field: 'into', says: words.itself });
  const first = await lockProject(tx, actor, { id: Math.min(from, into) });
  if (!first.ok) return first;
  const second = await lockProject(tx, actor, { id: Math.max(from, into) });
  if (!second.ok) return second;
  const [going, staying] = from < into ? [first.value, second.value] : [second.value, first.value];
  if (going.zoneCode !== staying.zoneCode) return refused({ field: 'into', says: words.otherZone });
  return done({ going, staying, isOneFamily: rootOf(going) === rootOf(staying) });
}

const learnable = [
  ...(['nameEn', 'summaryZh', 'summaryEn', 'investorId', 'investorName', 'blockId', 'site', 'leadUnitId'] as const),
  ...(['managerAccountId', 'managerName', 'agentName', 'plannedInvestment', 'plannedFixedAssets'] as const),
  ...(['startsBy', 'completedBy', 'producesBy', 'connectionId', 'eventId'] as const),
] as const;

/** Where the one that stays said nothing, what the other said. */
function learnt({ going, staying }: Pair): Partial<ProjectRow> {
  const isEmpty = (value: unknown) => value === null || value === '';
  const filled = learnable.filter((key) => isEmpty(staying[key]) && !isEmpty(going[key]));
  const industries = staying.industries.length === 0 ? going.industries : staying.industries;
  const place = staying.longitude === null ? { longitude: going.longitude, latitude: going.latitude } : {};
  return { ...Object.fromEntries(filled.map((key) => [key, going[key]])), ...place, industries };
}

async function tell(
  tx: Tx,
  actor: Actor,
  { pair: { going, staying }, reason, now }: { pair: Pair; reason: string; now: Date },
): Promise<void> {
  const on = dateOf(now);
  const line = { kind: 'merge', from: going.reference, to: staying.reference, on, note: reason } as const;
  await keepLog(tx, actor, { project: going, lines: [line] });
  await keepLog(tx, actor, { project: staying, lines: [line] });
  await remember(
    tx,
    actor,
    {
      ...{ kind: 'project', record: String(staying.id), action: 'took in', zone: staying.zoneCode },
      changes: { mergedFrom: [null, going.id], reason: [null, reason] },
    },
    {
      ...{ kind: 'project', record: String(going.id), action: 'merged', zone: going.zoneCode },
      changes: { mergedInto: [null, staying.id], reason: [null, reason] },
    },
  );
}
