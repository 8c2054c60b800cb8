import { and, asc, desc, eq, gt, gte, inArray, isNull, lt, or, sql, type SQL } from 'drizzle-orm';
import { isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { zones } from '#zones/tables.server.ts';
import { fetchedMedia } from '#importers/tables.server.ts';
import { mediaReport } from '#importers/read.server.ts';
import type { EntryResult, SourceState, SourceView } from './source.ts';
import { sourceEntries, sources } from './tables.server.ts';

/** One source; undefined when there is none, or it is another zone's. */
export async function sourceFor(db: Db, actor: Actor, id: number): Promise<SourceView | undefined> {
  const [view] = await sourceViews(db, {
    where: and(ofActor(actor), eq(sources.id, id)),
    orderBy: asc(sources.id),
    limit: 1,
  });
  return view;
}

/** How many of the sources that this actor runs have failed at their last look. */
export async function troubledSources(db: Db, actor: Actor): Promise<number> {
  const failing = and(ofActor(actor), gt(sources.failures, 0), isNull(sources.pausedAt));
  const [row] = await db
    .select({ count: sql<number>`count(*)::int` })
    .from(sources)
    .where(failing);
  return row?.count ?? 0;
}

/** The sources of the zones this person writes for; undefined is all of them. */
export function ofActor(actor: Actor) {
  if (isOperator(actor)) return undefined;
  return inArray(sources.zoneCode, zonesAs(actor, ['editor', 'publisher']));
}

interface Wanted {
  readonly where: SQL | undefined;
  readonly orderBy: SQL;
  readonly limit: number;
}

/** Sources with their zone and what they brought lately. */
export async function sourceViews(db: Db, { where, orderBy, limit }: Wanted): Promise<SourceView[]> {
  const recent = sql<number>`(select count(*)::int from source_entry where source_id = ${sources.id}
    and article_id is not null and seen_at > now() - interval '30 days')`;
  const rows = await db
    .select({ source: sources, recent, zoneZh: zones.nameZh, zoneEn: zones.nameEn })
    .from(sources)
    .innerJoin(zones, eq(zones.code, sources.zoneCode))
    .where(where)
    .orderBy(orderBy)
    .limit(limit);
  return rows.map(({ source, recent, zoneZh, zoneEn }) => ({
    id: source.id,
    zone: { code: source.zoneCode, name: { zh: zoneZh, en: zoneEn } },
    name: source.name,
    address: source.address,
    kind: source.kind,
    column: source.columnSlug,
    publish: source.publish,
    hosts: source.hosts,
    everyMinutes: source.everyMinutes,
    state: stateOf(source),
    lookedAt: source.lookedAt,
    succeededAt: source.succeededAt,
    nextLookAt: source.pausedAt ? undefined : source.nextLookAt,
    error: source.errorZh ? { zh: source.errorZh, en: source.errorEn } : undefined,
    recent,
  }));
}

function stateOf(source: typeof sources.$inferSelect): SourceState {
  if (source.pausedAt) return 'paused';
  if (!source.lookedAt) return 'new';
  return source.failures > 0 ? 'failing' : 'well';
}

export interface EntryView {
  readonly address: string;
  readonly title: string;
  readonly result: EntryResult;
  readonly reason: TwoText | undefined;
  readonly articleId: number | null;
  /** What became of its pictures and attachments. */
  readonly media: TwoText | undefined;
  readonly seenAt: Date;
}

export const entriesAPage = 50;

/** What a source brought, the latest first; `before` is the time and address where the last page ended. */
export async function entriesOf(db: Db, source: number, before?: { at: Date; address: string }): Promise<EntryView[]> {
  const { seenAt, address } = sourceEntries;
  const earlier = before && or(lt(seenAt, before.at), and(eq(seenAt, before.at), lt(address, before.address)));
  const rows = await db
    .select({ entry: sourceEntries, media: fetchedMedia })
    .from(sourceEntries)
    .leftJoin(fetchedMedia, eq(fetchedMedia.articleId, sourceEntries.articleId))
    .where(and(eq(sourceEntries.sourceId, source), earlier))
    .orderBy(desc(seenAt), desc(address))
    .limit(entriesAPage);
  return rows.map(({ entry: { reasonZh, reasonEn, ...row }, media }) => ({
    ...row,
    reason: reasonZh ? { zh: reasonZh, en: reasonEn } : undefined,
    media: mediaReport(media),
  }));
}

/** A source as a look needs it; undefined when it was removed or paused meanwhile. */
export async function sourceToLookAt(db: Db, id: number) {
  const [source] = await db
    .select()
    .from(sources)
    .where(and(eq(sources.id, id), isNull(sources.pausedAt)));
  return source;
}

/** Sources whose time has come, the longest waiting first. */
export async function dueSources(db: Db, now: Date): Promise<number[]> {
  const rows = await db
    .select({ id: sources.id })
    .from(sources)
    .where(and(isNull(sources.pausedAt), gte(sql`${now}::timestamptz`, sources.nextLookAt)))
    .orderBy(asc(sources.nextLookAt))
    .limit(500);
  return rows.map(({ id }) => id);
}

/** What is known of these addresses from earlier looks. */
export async function knownEntries(db: Db, source: number, addresses: readonly string[]) {
  const { address, changed, result, tries } = sourceEntries;
  const rows = await db
    .select({ address, changed, result, tries })
    .from(sourceEntries)
    .where(and(eq(sourceEntries.sourceId, source), inArray(address, [...addresses])));
  return new Map(rows.map((row) => [row.address, row]));
}
