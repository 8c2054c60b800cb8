import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { theSystem } from '#accounts/actor.ts';
import type { Entry, EntriesRefusal } from '#importers/entry.ts';
import { Reader } from '#importers/reading/reader.server.ts';
import type { TwoText } from '#language/lang.ts';
import { importWords } from '#language/words/importers.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import type { Fetched, FetchOutcome } from '#platform/fetch.server.ts';
import { takeEntry, type Looking } from './take.server.ts';
import { knownEntries, sourceToLookAt } from './read.server.ts';
import { isAllowedHost } from './source.ts';
import { visit, type Visiting } from './visit.server.ts';
import { noteEntry, noteFailure, noteSuccess, orderDueLooks } from './write-look.server.ts';

/** Pages fetched in one look: the rest waits for the next, so that one source does not hold a worker. */
const pagesALook = 20;

/** A page that cannot be read is tried again this often. */
const mostTries = 4;

const listTypes = [
  'text/html',
  'application/xhtml+xml',
  'application/rss+xml',
  'application/atom+xml',
  'application/rdf+xml',
  'application/xml',
  'text/xml',
  'text/plain',
];

/** Orders looks at whatever is due; called by the clock. */
export async function lookAtDueSources({ database, now }: Visiting): Promise<void> {
  await database.inTransaction(theSystem, (tx) => orderDueLooks(tx, now()));
}

/** Reads one source and takes what is new. Whatever goes wrong is noted on the source, and stops nothing else. */
export async function lookAtSource(visiting: Visiting, { source: id }: { source: number }): Promise<void> {
  const source = await visiting.database.inTransaction(theSystem, (tx) => sourceToLookAt(tx, id));
  if (!source) return;
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-source-'));
  const reader = new Reader([folder, join(folder, '*')]);
  try {
    await look({ visiting, source, reader, folder });
  } finally {
    await reader.close();
    await rm(folder, { recursive: true, force: true });
  }
}

async function look(looking: Looking): Promise<void> {
  const { visiting, source } = looking;
  const { database, now } = visiting;
  const answer = await visit(visiting, { address: source.address, types: listTypes, headers: conditions(source) });
  if (!answer.ok) return fail(looking, answer);
  if (answer.value.status === 304) {
    return database.inTransaction(theSystem, (tx) => noteSuccess(tx, source, { now: now(), rest: 0 }));
  }
  const read = await entriesOf(looking, answer.value);
  if (!read.ok) return fail(looking, { ok: false, problems: [{ says: sentenceFor(read.refusal) }] });
  if (source.kind === 'feed' && read.kind === 'list') {
    return fail(looking, { ok: false, problems: [{ says: words.wasFeed }] });
  }
  const rest = await takeNew(looking, read.entries);
  const { etag, 'last-modified': lastModified } = answer.value.headers;
  const looked = { now: now(), kind: read.kind, name: read.name, etag, lastModified, rest };
  await database.inTransaction(theSystem, (tx) => noteSuccess(tx, source, looked));
}

/** What spares the site from sending again what is known. */
function conditions({ etag, lastModified }: Looking['source']): Record<string, string> {
  return {
    ...(etag ? { 'if-none-match': etag } : {}),
    ...(lastModified ? { 'if-modified-since': lastModified } : {}),
  };
}

async function entriesOf({ reader, folder }: Looking, { body, address }: Fetched) {
  const path = join(folder, 'list');
  await writeFile(path, body);
  return reader.entries(path, address);
}

function sentenceFor(refusal: EntriesRefusal): TwoText {
  if (refusal === 'doctype' || refusal === 'brokenFeed' || refusal === 'noEntries') return words.unreadable[refusal];
  return importWords.refusals[refusal];
}

async function fail({ visiting, source }: Looking, answer: Extract<FetchOutcome, { ok: false }>): Promise<void> {
  const says = answer.problems[0]?.says ?? words.unreadable.noEntries;
  const seconds = Number(answer.headers?.['retry-after'] ?? 0);
  const retryAfterMinutes = Number.isFinite(seconds) ? Math.min(7 * 24 * 60, seconds / 60) : 0;
  const failed = { now: visiting.now(), says, retryAfterMinutes };
  await visiting.database.inTransaction(theSystem, (tx) => noteFailure(tx, source, failed));
}

/** Takes what is new or changed, the oldest first, so that the newest article gets the latest number. */
async function takeNew(looking: Looking, entries: readonly Entry[]): Promise<number> {
  const due = (await newAmong(looking, entries)).toReversed();
  const foreign = due.filter(({ address }) => !isAllowedHost(address, looking.source));
  await looking.visiting.database.inTransaction(theSystem, async (tx) => {
    for (const entry of foreign) {
      const refusal = { entry, result: 'refused' as const, reason: words.otherHost, articleId: undefined };
      await noteEntry(tx, looking.source.id, refusal);
    }
  });
  const own = due.filter((entry) => !foreign.includes(entry));
  for (const entry of own.slice(0, pagesALook)) await takeEntry(looking, entry);
  return Math.max(0, own.length - pagesALook);
}

async function newAmong({ visiting, source }: Looking, entries: readonly Entry[]): Promise<Entry[]> {
  const addresses = entries.map(({ address }) => address);
  const known = await visiting.database.inTransaction(theSystem, (tx) => knownEntries(tx, source.id, addresses));
  return entries.filter(({ address, changed }) => {
    const before = known.get(address);
    if (!before) return true;
    if (before.result === 'unreachable') return before.tries < mostTries;
    return changed !== '' && before.changed !== changed;
  });
}
