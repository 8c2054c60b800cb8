import { eq, sql } from 'drizzle-orm';
import type { Entry } from '#importers/entry.ts';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { dueSources } from './read.server.ts';
import { pauseAfter, type EntryResult } from './source.ts';
import { sourceEntries, sources } from './tables.server.ts';

type Source = typeof sources.$inferSelect;

/** Orders a look at every source whose time has come: each is a job of its own, so that none stops another. */
export async function orderDueLooks(tx: Tx, now: Date): Promise<number> {
  const due = await dueSources(tx, now);
  const look = { job: 'look-at-source' as const, tries: 3 };
  await later(tx, ...due.map((source) => ({ ...look, data: { source }, key: `source:${source}` })));
  return due.length;
}

export interface Looked {
  readonly now: Date;
  readonly kind?: 'feed' | 'list';
  readonly name?: string;
  readonly etag?: string | undefined;
  readonly lastModified?: string | undefined;
  /** Articles that are still to be taken: the next look follows soon. */
  readonly rest: number;
}

const soonMinutes = 10;

/** Notes that a look went well. */
export async function noteSuccess(tx: Tx, source: Source, looked: Looked): Promise<void> {
  const { now, kind, name, rest } = looked;
  const isNameless = source.name === URL.parse(source.address)?.host;
  await tx
    .update(sources)
    .set({
      ...{ lookedAt: now, succeededAt: now, failures: 0, errorZh: '', errorEn: '' },
      nextLookAt: minutesAfter(now, rest > 0 ? soonMinutes : source.everyMinutes),
      ...(kind ? { kind, ...conditionsOf(looked) } : {}),
      ...(isNameless && name ? { name } : {}),
    })
    .where(eq(sources.id, source.id));
}

/** What the site told to remember counts only once everything of it was taken. */
function conditionsOf({ rest, etag, lastModified }: Looked) {
  return rest > 0 ? { etag: null, lastModified: null } : { etag: etag ?? null, lastModified: lastModified ?? null };
}

/** Notes why a look failed; the next one comes later and later. A site that names a time is asked no earlier. */
export async function noteFailure(
  tx: Tx,
  source: Source,
  { now, says, retryAfterMinutes = 0 }: { now: Date; says: TwoText; retryAfterMinutes?: number },
): Promise<void> {
  const failures = source.failures + 1;
  const pause = Math.max(retryAfterMinutes, pauseAfter(failures - 1, source.everyMinutes));
  const set = { lookedAt: now, failures, errorZh: says.zh, errorEn: says.en, nextLookAt: minutesAfter(now, pause) };
  await tx.update(sources).set(set).where(eq(sources.id, source.id));
}

export interface Taken {
  readonly entry: Entry;
  readonly result: EntryResult;
  readonly reason: TwoText | undefined;
  readonly articleId: number | undefined;
}

/** Notes what became of an entry, in the transaction that kept its article. */
export async function noteEntry(tx: Tx, source: number, { entry, result, reason, articleId }: Taken): Promise<void> {
  const row = {
    ...{ title: entry.title, changed: entry.changed, result, articleId: articleId ?? null },
    ...{ reasonZh: reason?.zh ?? '', reasonEn: reason?.en ?? '' },
  };
  await tx
    .insert(sourceEntries)
    .values({ sourceId: source, address: entry.address, ...row })
    .onConflictDoUpdate({
      target: [sourceEntries.sourceId, sourceEntries.address],
      set: { ...row, seenAt: sql`now()`, tries: sql`${sourceEntries.tries} + 1` },
    });
}

function minutesAfter(now: Date, minutes: number): Date {
  return new Date(now.getTime() + minutes * 60_000);
}
