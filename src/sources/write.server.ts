import { and, count, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import { openColumns } from '#news/read-columns.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { fetchableUrl } from '#platform/fetch-address.ts';
import { later } from '#platform/jobs.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { canLetPublish, canRunSources, sourceInput, type SourceInput } from './source.ts';
import { sourceEntries, sources } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'look-at-source': { readonly source: number };
    'look-at-due-sources': Record<string, never>;
  }
}

type Source = typeof sources.$inferSelect;

/** One zone cannot keep the workers of all busy. */
const mostSources = 200;

/** Sets up a source of a zone and has it read for the first time. */
export async function addSource(tx: Tx, actor: Actor, input: SourceInput): Promise<Outcome<{ id: number }>> {
  const { zone } = input;
  if (!canRunSources(actor, zone)) return refused({ field: 'zone', says: words.mayNot });
  const asked = await checked(tx, actor, input);
  if (!asked.ok) return asked;
  const [known] = await tx.select({ n: count() }).from(sources).where(eq(sources.zoneCode, zone));
  if ((known?.n ?? 0) >= mostSources) return refused({ says: words.tooMany });
  const [row] = await tx
    .insert(sources)
    .values({ ...asked.value, zoneCode: zone })
    .onConflictDoNothing()
    .returning({ id: sources.id });
  if (!row) return refused({ field: 'address', says: words.known });
  await remember(tx, actor, { kind: 'source', record: String(row.id), action: 'add' });
  await orderLook(tx, row.id);
  return done(row);
}

/** Changes what a person said of a source. A source never moves to another zone. */
export async function changeSource(
  tx: Tx,
  actor: Actor,
  { id, input }: { id: number; input: SourceInput },
): Promise<Outcome<{ id: number }>> {
  const source = await ownSource(tx, actor, id);
  if (!source.ok) return source;
  const asked = await checked(tx, actor, { ...input, zone: source.value.zoneCode });
  if (!asked.ok) return asked;
  const same = and(eq(sources.zoneCode, source.value.zoneCode), eq(sources.address, asked.value.address));
  const [taken] = await tx.select({ id: sources.id }).from(sources).where(same);
  if (taken && taken.id !== id) return refused({ field: 'address', says: words.known });
  const isElsewhere = asked.value.address !== source.value.address;
  const set = { ...asked.value, ...(isElsewhere ? { kind: null, etag: null, lastModified: null } : {}) };
  await tx.update(sources).set(set).where(eq(sources.id, id));
  // What was refused may be welcome now: another host is allowed.
  await tx.delete(sourceEntries).where(and(eq(sourceEntries.sourceId, id), eq(sourceEntries.result, 'refused')));
  const changes = changesBetween<Source>(source.value, { ...source.value, ...set });
  await remember(tx, actor, { kind: 'source', record: String(id), action: 'change', changes });
  if (isElsewhere) await orderLook(tx, id);
  return done({ id });
}

export async function pauseSource(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  return put(tx, actor, { id, action: 'pause', set: { pausedAt: new Date() } });
}

/** Goes on at once: what was missed meanwhile is still on the page. */
export async function resumeSource(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const resumed = await put(tx, actor, { id, action: 'resume', set: { pausedAt: null, failures: 0 } });
  if (resumed.ok) await orderLook(tx, id);
  return resumed;
}

/** Has a source looked at as soon as a worker is free; asking twice is one look. */
export async function lookNow(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const source = await ownSource(tx, actor, id);
  if (!source.ok) return source;
  await orderLook(tx, id);
  return done({ id });
}

/** Removes a source. The articles that came from it stay. */
export async function removeSource(tx: Tx, actor: Actor, id: number): Promise<Outcome<{ id: number }>> {
  const source = await ownSource(tx, actor, id);
  if (!source.ok) return source;
  await tx.delete(sources).where(eq(sources.id, id));
  const { address, zoneCode } = source.value;
  const changes = { address: [address, null] as const, zoneCode: [zoneCode, null] as const };
  await remember(tx, actor, { kind: 'source', record: String(id), action: 'remove', changes });
  return done({ id });
}

async function put(
  tx: Tx,
  actor: Actor,
  { id, action, set }: { id: number; action: string; set: Partial<Source> },
): Promise<Outcome<{ id: number }>> {
  const source = await ownSource(tx, actor, id);
  if (!source.ok) return source;
  await tx.update(sources).set(set).where(eq(sources.id, id));
  const changes = changesBetween(source.value, { ...source.value, ...set });
  await remember(tx, actor, { kind: 'source', record: String(id), action, changes });
  return done({ id });
}

/** Another zone's source answers like one that does not exist. */
async function ownSource(tx: Tx, actor: Actor, id: number): Promise<Outcome<Source>> {
  const [source] = await tx.select().from(sources).where(eq(sources.id, id)).for('update');
  return source && canRunSources(actor, source.zoneCode) ? done(source) : refused({ says: words.notFound });
}

async function orderLook(tx: Tx, source: number): Promise<void> {
  await later(tx, { job: 'look-at-source', data: { source }, key: `source:${source}`, tries: 3 });
}

async function checked(tx: Tx, actor: Actor, input: SourceInput) {
  const parsed = sourceInput.safeParse(input);
  if (!parsed.success) return refused(...parsed.error.issues.map(({ path }) => problemAt(String(path[0]))));
  const { name, column, publish, hosts, everyMinutes, zone } = parsed.data;
  const url = fetchableUrl(parsed.data.address);
  if (!url.ok) return refused(...url.problems.map((problem) => ({ ...problem, field: 'address' })));
  if (publish && !canLetPublish(actor, zone)) return refused({ field: 'publish', says: words.mayNotPublish });
  const columns = await openColumns(tx, column);
  const isColumn = column === null || columns.some(({ slug }) => slug === column);
  if (!isColumn) return refused({ field: 'column', says: words.columnUnknown });
  const address = url.value.href;
  return done({ name: name || url.value.host, address, columnSlug: column, publish, hosts, everyMinutes });
}

function problemAt(field: string): Problem {
  return { field, says: field === 'hosts' ? words.hostsWrong : words.fieldWrong };
}
