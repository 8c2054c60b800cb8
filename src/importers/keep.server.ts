import type { Actor } from '#accounts/actor.ts';
import { importWords as words } from '#language/words/importers.ts';
import type { TwoText } from '#language/lang.ts';
import { saveImportedArticle } from '#news/write-import.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { articleFrom, contentHash, isWebAddress, type Defaults } from './article.ts';
import { copiesOf, identityOf, type Copies } from './identity.server.ts';
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
  const copies = await copiesOf(
    tx,
    batch.flatMap(({ outcome }) => (outcome.ok ? [contentHash(outcome.page)] : [])),
  );
  const reports: Reported[] = [];
  for (const { position, path, outcome } of batch) {
    const report = outcome.ok
      ? await save(tx, { ...keeping, copies }, { path, page: outcome.page })
      : refusedFile(path, outcome);
    reports.push({ ...report, position });
  }
  await recordItems(tx, keeping.runId, reports);
  return reports;
}

function refusedFile(path: string, outcome: Exclude<Read['outcome'], { ok: true }>): ItemReport {
  const reason = 'reason' in outcome ? outcome.reason : words.refusals[outcome.refusal];
  return { path, result: 'refused', reason, articleId: undefined };
}

/** Keeps one page by itself, as a source or an editor brings it. */
export async function keepPage(
  tx: Tx,
  keeping: PageKeeping,
  read: { path: string; page: ImportedPage },
): Promise<ItemReport> {
  return save(tx, { ...keeping, copies: await copiesOf(tx, [contentHash(read.page)]) }, read);
}

async function save(
  tx: Tx,
  keeping: PageKeeping & { copies: Copies },
  { path, page }: { path: string; page: ImportedPage },
): Promise<ItemReport> {
  const { resolver, defaults, actor, answers } = keeping;
  const placement = await resolver.place(tx, page);
  const found = articleFrom({ page, placement, defaults, columns: await resolver.allColumns(tx) });
  const article = answers ? answered(found, answers) : found;
  const saved = await saveImportedArticle(tx, actor, {
    ...article,
    sourceAddress: await identityOf(tx, keeping.copies, { page, path }),
  });
  if (!saved.ok) return { path, result: 'refused', reason: saved.problems[0]?.says, articleId: undefined };
  const { id, result } = saved.value;
  const waiting = (article.questions ?? []).map((question) => words.fields[question.field]);
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
