import { eq, sql } from 'drizzle-orm';
import type { Db, Tx } from '#platform/database.server.ts';
import type { ClockEvent } from './clock.ts';
import type { Difficulty, SlipColour } from './slip.ts';
import { slips } from './tables.server.ts';

export type SlipRow = typeof slips.$inferSelect;

/** A slip, so that nobody else changes it meanwhile. */
export async function lockSlip(tx: Tx, id: number): Promise<SlipRow | undefined> {
  const [row] = await tx.select().from(slips).where(eq(slips.id, id)).for('update');
  return row;
}

export interface ClockedSlip {
  readonly id: number;
  readonly zoneCode: string;
  readonly difficulty: Difficulty;
  readonly colour: SlipColour;
  readonly events: readonly ClockEvent[];
}

/** The open slips with what their clock is read from: all of them, or those asked for. */
export async function clockedSlips(db: Db, ids?: readonly number[]): Promise<ClockedSlip[]> {
  const asked = ids ? sql`slip.id = any(${sql.param(ids)}::bigint[])` : sql`true`;
  const { rows } = await db.execute<Omit<ClockedSlip, 'id'> & { id: string }>(sql`
    select slip.id::text, slip.zone_code as "zoneCode", difficulty, colour, heard.events
    from slip, lateral (
      select json_agg(json_build_object('id', id, 'kind', kind, 'happenedOn', happened_on, 'until', until)) as events
      from slip_event where slip_id = slip.id) heard
    where state <> 'closed' and heard.events is not null and ${asked}
    order by slip.id`);
  return rows.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Who did that to it last; undefined where nobody has. */
export async function lastDoer(db: Db, slip: number, kind: 'solved' | 'dated-plan'): Promise<string | undefined> {
  const { rows } = await db.execute<{ actor: string }>(sql`
    select actor from slip_event where slip_id = ${slip} and kind = ${kind} order by id desc limit 1`);
  return rows[0]?.actor;
}

/** Whether the zone has that unit, and it is in use. */
export async function isUnitOf(db: Db, zone: string, unit: number): Promise<boolean> {
  const { rows } = await db.execute(
    sql`select from unit where id = ${unit} and zone_code = ${zone} and active limit 1`,
  );
  return rows.length > 0;
}
