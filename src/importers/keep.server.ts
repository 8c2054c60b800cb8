import type { Actor } from '#accounts/actor.ts';
import { importWords as words } from '#language/words/importers.ts';
import type { TwoText } from '#language/lang.ts';
import type { ImportedArticle } from '#news/article.ts';
import { picturesElsewhere } from '#news/media.ts';
import { saveImportedArticles, type SavedImport } from '#news/write-import.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { later } from '#platform/jobs.server.ts';
import { articleFrom, contentHash, isWebAddress, nameOfPage, type Defaults } from './article.ts';
import { copiesOf, identitiesOf, type Copies, type PageAt } from './identity.server.ts';
import type { ImportedPage, Recognition } from './page.ts';
import type { ItemReport } from './report.ts';
import type { Resolver } from './resolve.server.ts';
import { answered, type Answers } from './upload.ts';
import { recordItems } from './write.server.ts';

/** One file after it was read, at its place in the run. */
export interface Read {
  readonly position: number;
  readonly path: string;
  readonly outcome: Recognition | { readonly ok: false; readonly reason: TwoText };
}

export interface Keeping {
  readonly database: Database;
  readonly actor: Actor;
  readonly runId: number;
  readonly defaults: Defaults;
  readonly resolver: Resolver;
}

/** By whom and with what said beforehand a page is kept. */
export type PageKeeping = Pick<Keeping, 'actor' | 'defaults' | 'resolver'> & { readonly answers?: Answers };

type Reported = ItemReport & { readonly position: number };

/** A transaction that lost against another one may simply be tried again. */
const retryable = new Set(['40001', '40P01']);
const mostTries = 4;

/**
 * Stores a batch and its lines of the report in one transaction: after a crash either both are there or neither. When the
 * database refuses something of it, every file gets a transaction of its own, and only that one is refused.
 */
export async function keepBatch(keeping: Keeping, batch: readonly Read[]): Promise<Reported[]> {
  try {
    return await keepTogether(keeping, batch);
  } catch (error) {
    if (batch.length > 1) return (await eachAlone(keeping, batch)).flat();
    const [read] = batch;
    if (!read || lostConnection(error)) throw error;
    const reason = words.notSaved(messageOf(error));
    return keepTogether(keeping, [{ ...read, outcome: { ok: false, reason } }]);
  }
}

async function eachAlone(keeping: Keeping, batch: readonly Read[]): Promise<Reported[][]> {
  const reports: Reported[][] = [];
  for (const read of batch) reports.push(await keepBatch(keeping, [read]));
  return reports;
}

async function keepTogether(keeping: Keeping, batch: readonly Read[]): Promise<Reported[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await keeping.database.inTransaction(keeping.actor, (tx) => keepIn(tx, keeping, batch));
    } catch (error) {
      if (tried === mostTries || !retryable.has(codeOf(error))) throw error;
    }
  }
}

async function keepIn(tx: Tx, keeping: Keeping, batch: readonly Read[]): Promise<Reported[]> {
  const pages: Page[] = [];
  const reports: Reported[] = [];
  for (const { position, path, outcome } of batch) {
    if (outcome.ok) pages.push({ position, path, page: outcome.page });
    else reports.push({ ...refusedFile(path, outcome), position });
  }
  const copies = await copiesOf(
    tx,
    pages.map(({ page }) => contentHash(page)),
  );
  for (const group of apart(pages)) reports.push(...(await keepApart(tx, { ...keeping, copies }, group)));
  reports.sort((one, other) => one.position - other.position);
  await recordItems(tx, keeping.runId, reports);
  return reports;
}

function refusedFile(path: string, outcome: Exclude<Read['outcome'], { ok: true }>): ItemReport {
  const reason = 'reason' in outcome ? outcome.reason : words.refusals[outcome.refusal];
  return { path, result: 'refused', reason, articleId: undefined };
}

/** Keeps one page by itself, as a source or an editor brings it. */
export async function keepPage(tx: Tx, keeping: PageKeeping, { path, page }: PageAt): Promise<ItemReport> {
  const copies = await copiesOf(tx, [contentHash(page)]);
  const [report] = await keepApart(tx, { ...keeping, copies }, [{ position: 0, path, page }]);
  if (!report) throw new Error('a page that was kept has no report');
  await orderMedia(tx, report, page);
  return report;
}

/** Its pictures and attachments come after it, where it has any and the public does not read it yet. */
async function orderMedia(tx: Tx, { articleId, result }: ItemReport, page: ImportedPage): Promise<void> {
  const isNew = result === 'draft' || result === 'updated';
  const showsMore =
    picturesElsewhere(page.body).length > 0 || page.attachments.some(({ address }) => isWebAddress(address));
  if (articleId === undefined || !isNew || !showsMore) return;
  await later(tx, { job: 'fetch-media', data: { article: articleId }, key: `media:${articleId}`, tries: 3 });
}

interface Page extends PageAt {
  readonly position: number;
}

/** In groups in which no page can be told to be the same article as another: who a page is may depend on one before it. */
function apart(pages: readonly Page[]): Page[][] {
  const groups: Page[][] = [];
  const seen = new Set<string>();
  for (const one of pages) {
    const marks = [nameOfPage(one.page), contentHash(one.page), one.page.sourceAddress].filter(Boolean);
    const group = groups.at(-1);
    if (group && !marks.some((mark) => seen.has(mark))) group.push(one);
    else {
      seen.clear();
      groups.push([one]);
    }
    for (const mark of marks) seen.add(mark);
  }
  return groups;
}

async function keepApart(
  tx: Tx,
  keeping: PageKeeping & { copies: Copies },
  pages: readonly Page[],
): Promise<Reported[]> {
  const addresses = await identitiesOf(tx, keeping.copies, pages);
  const isFirst = pages.map((_, place) => addresses.indexOf(addresses[place] ?? '') === place);
  const ready = pages.flatMap((one, place) => {
    const sourceAddress = addresses[place];
    return isFirst[place] && sourceAddress ? [{ ...one, sourceAddress }] : [];
  });
  const reports = await save(tx, keeping, ready);
  // What turned out to be an article of this group is looked at again, now that the other is stored.
  const again = pages.filter((_, place) => !isFirst[place]);
  return again.length === 0 ? reports : [...reports, ...(await keepApart(tx, keeping, again))];
}

async function save(
  tx: Tx,
  { resolver, defaults, actor, answers, copies }: PageKeeping & { copies: Copies },
  pages: readonly (Page & { sourceAddress: string })[],
): Promise<Reported[]> {
  const articles: ImportedArticle[] = [];
  for (const { page, sourceAddress } of pages) {
    const placement = await resolver.place(tx, page);
    const found = articleFrom({ page, placement, defaults, columns: await resolver.allColumns(tx) });
    articles.push({ ...(answers ? answered(found, answers) : found), sourceAddress });
    copies.set(contentHash(page), sourceAddress);
  }
  const saved = await saveImportedArticles(tx, actor, articles);
  return pages.flatMap((one, place) => {
    const [article, outcome] = [articles[place], saved[place]];
    return article && outcome ? [{ ...reportOf(one, article, outcome), position: one.position }] : [];
  });
}

function reportOf({ path, page }: PageAt, { questions = [] }: ImportedArticle, saved: SavedImport): ItemReport {
  if (!saved.ok) return { path, result: 'refused', reason: saved.problems[0]?.says, articleId: undefined };
  const { id, result } = saved.value;
  const waiting = questions.map((question) => words.fields[question.field]);
  return { path, result, articleId: id, reason: reasonFor(result, waiting, page) };
}

function reasonFor(result: ItemReport['result'], waiting: readonly TwoText[], page: ImportedPage): TwoText | undefined {
  const attachments = page.attachments.filter(({ address }) => !isWebAddress(address)).length;
  const reasons = [
    ...(result === 'draft' ? [waiting.length > 0 ? words.waitsFor(waiting) : words.keptAsDraft] : []),
    ...(page.picturesLeft > 0 ? [words.picturesLeft(page.picturesLeft)] : []),
    ...(attachments > 0 ? [words.attachmentsLeft(attachments)] : []),
  ];
  if (reasons.length === 0) return undefined;
  return { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') };
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

/** The database is gone: every further file would fail the same way. */
function lostConnection(error: unknown): boolean {
  return /^(?:08|57P|ECONN|EPIPE|53300)/.test(codeOf(error)) || /connect|terminated/i.test(messageOf(error));
}

function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 300);
}
