import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import type { Entry } from '#importers/entry.ts';
import { keepPage } from '#importers/keep.server.ts';
import type { ImportedPage } from '#importers/page.ts';
import type { Reader } from '#importers/reading/reader.server.ts';
import { Resolver } from '#importers/resolve.server.ts';
import type { TwoText } from '#language/lang.ts';
import { importWords } from '#language/words/importers.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import type { Fetched } from '#platform/fetch.server.ts';
import { actorOf, isAllowedHost, type EntryResult } from './source.ts';
import type { sources } from './tables.server.ts';
import { visit, type Visiting } from './visit.server.ts';
import { noteEntry, type Taken } from './write-look.server.ts';

/** One look at one source, with what it works with. */
export interface Looking {
  readonly visiting: Visiting;
  readonly source: typeof sources.$inferSelect;
  readonly reader: Reader;
  readonly folder: string;
}

const pageTypes = ['text/html', 'application/xhtml+xml', 'text/plain'];

/** A page may say it is from later today; anything beyond is a mistake or a trick to stay on top. */
const aheadMilliseconds = 3_600_000;

/** Fetches the page of an entry and keeps its article, and notes what became of it. */
export async function takeEntry(looking: Looking, entry: Entry): Promise<void> {
  const answer = await visit(looking.visiting, { address: entry.address, types: pageTypes });
  if (!answer.ok) return note(looking, entry, { result: 'unreachable', reason: answer.problems[0]?.says });
  if (!isAllowedHost(answer.value.address, looking.source)) {
    return note(looking, entry, { result: 'refused', reason: words.otherHost });
  }
  const recognition = await recognise(looking, answer.value);
  if (!recognition?.ok) {
    const reason = importWords.refusals[recognition?.refusal ?? 'crashed'];
    return note(looking, entry, { result: 'refused', reason });
  }
  await keep(looking, entry, { ...recognition.page, sourceAddress: entry.address });
}

async function recognise({ reader, folder }: Looking, { body, address }: Fetched) {
  const path = join(folder, 'page.html');
  await writeFile(path, body);
  const [recognition] = await reader.read([{ path, name: path, address }]);
  return recognition;
}

async function keep(looking: Looking, entry: Entry, page: ImportedPage): Promise<void> {
  const { visiting, source } = looking;
  const actor = actorOf(source);
  const defaults = {
    onlyZone: source.zoneCode,
    columnSlug: source.columnSlug ?? undefined,
    draft: !source.publish,
    notAfter: new Date(visiting.now().getTime() + aheadMilliseconds),
  };
  try {
    await visiting.database.inTransaction(actor, async (tx) => {
      const report = await keepPage(tx, { actor, defaults, resolver: new Resolver() }, { path: entry.address, page });
      await noteEntry(tx, source.id, { entry, ...report });
    });
  } catch (error) {
    // The address belongs to a draft of another zone, which this source may not even see.
    if (!isDuplicate(error)) throw error;
    await note(looking, entry, { result: 'refused', reason: words.takenElsewhere });
  }
}

function isDuplicate(error: unknown): boolean {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause && cause.code === '23505';
}

async function note(
  { visiting, source }: Looking,
  entry: Entry,
  { result, reason }: { result: EntryResult; reason: TwoText | undefined },
): Promise<void> {
  const taken: Taken = { entry, result, reason, articleId: undefined };
  await visiting.database.inTransaction(actorOf(source), (tx) => noteEntry(tx, source.id, taken));
}
