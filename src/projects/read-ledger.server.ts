import { asc, inArray } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { SigningLine } from './count.ts';
import { arrivals, signings } from './tables.server.ts';

export type SigningRow = typeof signings.$inferSelect;
export type ArrivalRow = typeof arrivals.$inferSelect;

/** The signatures of projects, as they were written down, what was withdrawn among them. */
export async function signingsOf(db: Db, ids: readonly number[]): Promise<SigningRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(signings)
    .where(inArray(signings.projectId, [...ids]))
    .orderBy(asc(signings.signedOn), asc(signings.id));
}

/** The money of projects, line by line. */
export async function arrivalsOf(db: Db, ids: readonly number[]): Promise<ArrivalRow[]> {
  if (ids.length === 0) return [];
  return db
    .select()
    .from(arrivals)
    .where(inArray(arrivals.projectId, [...ids]))
    .orderBy(asc(arrivals.arrivedOn), asc(arrivals.id));
}

/** A line as counting sees it. */
export function lineOf(row: SigningRow): SigningLine & { readonly row: SigningRow } {
  const { id, kind, amount, increment, signedOn, withdrawnAt } = row;
  return { id, kind, amount, increment, signedOn, isWithdrawn: withdrawnAt !== null, row };
}
