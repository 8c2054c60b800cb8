import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { readClock, type Reading } from './clock.ts';
import { clockedSlips, type ClockedSlip } from './read-row.server.ts';
import { slipColours } from './slip.ts';
import { slipEvents } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'tell-slip': { readonly event: number };
  }
}

interface Read {
  readonly slip: ClockedSlip;
  readonly reading: Reading;
}

/** Writes down how open slips stand on that day, and each turn of a colour as an event. Answers how many turned. */
export async function refreshSlips(
  tx: Tx,
  { ids, today }: { readonly ids?: readonly number[]; readonly today: string },
): Promise<number> {
  const open = await clockedSlips(tx, ids);
  if (open.length === 0) return 0;
  const day = { today, calendar: await readCalendar(tx) };
  const read = open.map((slip) => ({ slip, reading: readClock(slip, day) }));
  await keepStandings(tx, read, today);
  const turned = read.filter(({ slip, reading }) => reading.state !== 'closed' && reading.colour !== slip.colour);
  await keepTurns(tx, turned, today);
  return turned.length;
}

async function keepStandings(tx: Tx, read: readonly Read[], today: string): Promise<void> {
  const of = <T>(value: (one: Read) => T) => sql.param(read.map(value));
  await tx.execute(sql`
    update slip set state = now.state, colour = now.colour, next_due_on = now.due, standing_on = ${today}
    from unnest(${of(({ slip }) => slip.id)}::bigint[], ${of(({ reading }) => reading.state)}::text[],
      ${of(({ reading }) => reading.colour)}::text[], ${of(({ reading }) => reading.dueOn)}::date[])
      as now (id, state, colour, due)
    where slip.id = now.id`);
}

/** So many rows in one statement. */
const atOnce = 500;

async function keepTurns(tx: Tx, turned: readonly Read[], today: string): Promise<void> {
  for (let from = 0; from < turned.length; from += atOnce)
    await keepSomeTurns(tx, turned.slice(from, from + atOnce), today);
}

async function keepSomeTurns(tx: Tx, turned: readonly Read[], today: string): Promise<void> {
  const kept = await tx
    .insert(slipEvents)
    .values(
      turned.map(({ slip, reading }) => ({
        ...{ slipId: slip.id, zoneCode: slip.zoneCode, kind: 'coloured' as const, happenedOn: today },
        ...{ note: reading.colour, actor: theSystem.id, actorName: theSystem.name },
      })),
    )
    .returning({ id: slipEvents.id, slipId: slipEvents.slipId });
  const climbed = new Set(turned.filter(isClimbing).map(({ slip }) => slip.id));
  const told = kept.filter(({ slipId }) => climbed.has(slipId));
  await later(tx, ...told.map(({ id }) => ({ job: 'tell-slip', data: { event: id }, key: String(id) }) as const));
  const deeds = turned.map(({ slip, reading }) => {
    const changes = { colour: [slip.colour, reading.colour] as const };
    return { kind: 'slip', record: String(slip.id), action: 'slip coloured', changes, zone: slip.zoneCode };
  });
  await remember(tx, theSystem, ...deeds);
}

function isClimbing({ slip, reading }: Read): boolean {
  return slipColours.indexOf(reading.colour) > slipColours.indexOf(slip.colour);
}
