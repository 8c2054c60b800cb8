import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { slipReference, type Difficulty, type SlipCause } from './slip.ts';
import { slipDays, slipEvents, slips } from './tables.server.ts';
import { refreshSlips } from './write-refresh.server.ts';

/** A slip to be raised: why, about what, for whom. */
export interface ToRaise {
  readonly cause: SlipCause;
  readonly zoneCode: string;
  readonly title: string;
  readonly demand: string;
  /** The same in English, where a rule and not a person says it. */
  readonly titleEn?: string;
  readonly demandEn?: string;
  readonly difficulty: Difficulty;
  readonly taskId?: number;
  readonly indicatorId?: number;
  readonly projectId?: number;
  readonly blockerId?: number;
  readonly instructionId?: number;
  /** Where it is known whose it is, the slip is assigned at once. */
  readonly unitId: number | null;
  readonly personName: string;
  readonly personEmail: string;
  readonly sample: boolean;
  /** What an instruction that starts it sets as its date. */
  readonly until?: string | null;
}

export interface RaisedSlip {
  readonly id: number;
  readonly reference: string;
}

const atOnce = 500;

/** Raises slips; a cause that has an open one is passed over. Answers those that were raised. */
export async function raiseAll(
  tx: Tx,
  actor: Actor,
  { wanted, today }: { readonly wanted: readonly ToRaise[]; readonly today: string },
): Promise<RaisedSlip[]> {
  const raised: RaisedSlip[] = [];
  for (let from = 0; from < wanted.length; from += atOnce)
    raised.push(...(await raiseSome(tx, actor, { wanted: wanted.slice(from, from + atOnce), today })));
  return raised;
}

async function raiseSome(tx: Tx, actor: Actor, { wanted, today }: { wanted: readonly ToRaise[]; today: string }) {
  const first = await firstNumber(tx, today, wanted.length);
  const byReference = new Map(wanted.map((one, at) => [slipReference(today, first + at), one]));
  const kept = await tx
    .insert(slips)
    .values([...byReference].map(([reference, one]) => ({ ...one, reference, raisedOn: today })))
    .onConflictDoNothing()
    .returning({ id: slips.id, reference: slips.reference });
  const raised = kept.flatMap(({ id, reference }) => {
    const one = byReference.get(reference);
    return one ? [{ ...one, id, reference }] : [];
  });
  if (raised.length === 0) return [];
  await keepBeginnings(tx, actor, { raised, today });
  await refreshSlips(tx, { ids: raised.map(({ id }) => id), today });
  return kept;
}

/** Numbers of the day for so many. Whoever asks at the same time waits for this transaction, so none is given twice. */
async function firstNumber(tx: Tx, day: string, count: number): Promise<number> {
  const [counted] = await tx
    .insert(slipDays)
    .values({ day, last: count })
    .onConflictDoUpdate({ target: slipDays.day, set: { last: sql`${slipDays.last} + ${count}` } })
    .returning({ last: slipDays.last });
  return (counted?.last ?? count) - count + 1;
}

type Kept = ToRaise & RaisedSlip;

async function keepBeginnings(tx: Tx, actor: Actor, { raised, today }: { raised: readonly Kept[]; today: string }) {
  const by = { happenedOn: today, actor: actor.id, actorName: actor.name };
  const events = raised.flatMap((one) => beginningsOf(one).map((event) => ({ ...event, ...by })));
  const kept = await tx
    .insert(slipEvents)
    .values(events)
    .returning({ id: slipEvents.id, slipId: slipEvents.slipId, kind: slipEvents.kind });
  const isAssigned = new Set(raised.flatMap(({ id, unitId }) => (unitId === null ? [] : [id])));
  const told = kept.filter(({ kind, slipId }) => kind === (isAssigned.has(slipId) ? 'assigned' : 'raised'));
  await later(tx, ...told.map(({ id }) => ({ job: 'tell-slip', data: { event: id }, key: String(id) }) as const));
  const deeds = raised.map(({ id, title, zoneCode: zone, cause }) => {
    const changes = { title: [null, title] as const, cause: [null, cause] as const };
    return { kind: 'slip', record: String(id), action: 'slip raised', changes, zone };
  });
  await remember(tx, actor, ...deeds);
}

function beginningsOf({ id, zoneCode, demand, demandEn, unitId, personName, instructionId, until }: Kept) {
  const of = { slipId: id, zoneCode };
  return [
    { ...of, kind: 'raised' as const, note: demand, noteEn: demandEn ?? '' },
    ...(instructionId === undefined
      ? []
      : [{ ...of, kind: 'instructed' as const, note: demand, instructionId, until: until ?? null }]),
    ...(unitId === null ? [] : [{ ...of, kind: 'assigned' as const, note: personName }]),
  ];
}
