import { createHash } from 'node:crypto';
import { and, eq, gt, lt, sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { signInAttempts } from './tables.server.ts';

/** One thing that is counted, and how much of it a window of time allows. */
export interface Allowance {
  /** `sign-in pair`, `reset email` …, then whom or what it counts for. */
  readonly of: readonly string[];
  readonly most: number;
}

const minute = 60_000;
const keptMs = 24 * 60 * minute;

/** Only the hash is kept: who tried to sign in to what is nobody's business. */
function bucketOf({ of }: Allowance): string {
  return createHash('sha256').update(of.join('\n')).digest('base64url');
}

/** One household or office: all of an IPv4 address, the first half of an IPv6 one. */
export function networkOf(address: string): string {
  return address.includes(':') ? expanded(address).slice(0, 4).join(':') : address;
}

/** The eight groups of an IPv6 address, so that `2001:db8::1` and `2001:db8:0:0::1` are one network. */
function expanded(address: string): string[] {
  const [head = '', tail] = (address.split('%')[0] ?? '').toLowerCase().split('::');
  const groups = (text: string | undefined) =>
    text ? text.split(':').map((group) => group.replace(/^0+(?=.)/, '')) : [];
  const [before, after] = [groups(head), groups(tail)];
  const missing = tail === undefined ? 0 : Math.max(0, 8 - before.length - after.length);
  return [...before, ...Array<string>(missing).fill('0'), ...after];
}

/** Counts this attempt first and looks then, so that many at once are counted as many; in all processes together. */
export async function isTooMany(
  db: Db,
  allowances: readonly Allowance[],
  { now, minutes = 15 }: { now: Date; minutes?: number },
): Promise<boolean> {
  const buckets = allowances.map((allowance) => ({ bucket: bucketOf(allowance), most: allowance.most }));
  await db.insert(signInAttempts).values(buckets.map(({ bucket }) => ({ bucket, at: now })));
  await db.delete(signInAttempts).where(lt(signInAttempts.at, new Date(now.getTime() - keptMs)));
  const since = new Date(now.getTime() - minutes * minute);
  const names = buckets.map(({ bucket }) => bucket);
  const counts = await db
    .select({ bucket: signInAttempts.bucket, count: sql<number>`count(*)::int` })
    .from(signInAttempts)
    .where(and(gt(signInAttempts.at, since), sql`${signInAttempts.bucket} = any(${sql.param(names)})`))
    .groupBy(signInAttempts.bucket);
  const count = new Map(counts.map((row) => [row.bucket, row.count]));
  return buckets.some(({ bucket, most }) => (count.get(bucket) ?? 0) > most);
}

/** Whoever got in is counted from zero again. */
export async function forgetAttempts(db: Db, allowance: Allowance): Promise<void> {
  await db.delete(signInAttempts).where(eq(signInAttempts.bucket, bucketOf(allowance)));
}
