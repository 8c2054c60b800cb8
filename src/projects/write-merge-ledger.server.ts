import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { projectWords as words } from '#language/words/projects.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Pair } from './pair.ts';
import { joinLines, standingLines, writtenTwice } from './count.ts';
import { arrivalsOf, lineOf, signingsOf, type ArrivalRow } from './read-ledger.server.ts';
import { arrivals, signings } from './tables.server.ts';
import { addLines } from './write-lines.server.ts';
import { withdraw } from './write-signing.server.ts';

interface Merging {
  readonly pair: Pair;
  readonly reason: string;
  readonly now: Date;
}

/** Two records of the same project: a signature or an arrival that both have stands once. */
export async function mergeLedgers(tx: Tx, actor: Actor, { pair, reason, now }: Merging): Promise<Outcome<null>> {
  const { going, staying } = pair;
  const lines = (await signingsOf(tx, [going.id, staying.id])).map(lineOf);
  const of = (id: number) => lines.filter(({ row }) => row.projectId === id);
  const twice = writtenTwice(of(staying.id), of(going.id));
  const standing = standingLines(lines.filter(({ id }) => !twice.includes(id)));
  if (standing.some(({ amount }) => amount < 0)) return refused({ field: 'into', says: words.belowNothing });
  if (twice.length > 0) await withdraw(tx, actor, { ids: twice, reason, now });
  const money = await arrivalsOf(tx, [going.id, staying.id]);
  await moveLines(tx, pair);
  const doubled = arrivedTwice(
    money.filter(({ projectId }) => projectId === staying.id),
    money.filter(({ projectId }) => projectId === going.id),
  );
  const by = { actor: actor.id, actorName: actor.name, arrivedOn: dateOf(now) };
  const about = { projectId: staying.id, zoneCode: staying.zoneCode, source: words.writtenTwice(going.reference).zh };
  const corrections = doubled.map(({ id, kind, amount }) => ({ ...about, ...by, kind, amount: -amount, corrects: id }));
  if (corrections.length > 0) await tx.insert(arrivals).values(corrections);
  return done(null);
}

/** The lines of the one that goes which the one that stays has too: kind, day and sum; corrected ones are settled already. */
function arrivedTwice(staying: readonly ArrivalRow[], going: readonly ArrivalRow[]): ArrivalRow[] {
  const sameness = ({ kind, arrivedOn, amount }: ArrivalRow) => [kind, arrivedOn, amount].join(' ');
  const open = (lines: readonly ArrivalRow[]) =>
    lines.filter(({ id, corrects }) => corrects === null && !lines.some((line) => line.corrects === id));
  const left = open(staying).map(sameness);
  return open(going).filter((line) => {
    const place = left.indexOf(sameness(line));
    if (place >= 0) left.splice(place, 1);
    return place >= 0;
  });
}

/** Parts of one whole that become one again: their ledgers add up, day by day. */
export async function joinLedgers(tx: Tx, actor: Actor, { pair, reason, now }: Merging): Promise<Outcome<null>> {
  const { going, staying } = pair;
  const lines = (await signingsOf(tx, [going.id, staying.id])).map(lineOf);
  const of = (id: number) => lines.filter(({ row }) => row.projectId === id);
  const joined = joinLines(of(staying.id), of(going.id));
  const standing = lines.filter(({ isWithdrawn }) => !isWithdrawn).map(({ id }) => id);
  if (standing.length > 0) await withdraw(tx, actor, { ids: standing, reason, now });
  await moveLines(tx, pair);
  await addLines(tx, actor, { project: staying, lines: joined });
  return done(null);
}

async function moveLines(tx: Tx, { going, staying }: Pair): Promise<void> {
  const set = { projectId: staying.id };
  await tx.update(signings).set(set).where(eq(signings.projectId, going.id));
  await tx.update(arrivals).set(set).where(eq(arrivals.projectId, going.id));
}
