import type { Actor } from '#accounts/actor.ts';
import { importWords as words } from '#language/words/importers.ts';
import type { TwoText } from '#language/lang.ts';
import { saveImportedArticle } from '#news/write-import.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { articleFrom, type Defaults } from './article.ts';
import { identityOf } from './identity.server.ts';
import type { ImportedPage, Recognition } from './page.ts';
import type { ItemReport } from './report.ts';
import type { Resolver } from './resolve.server.ts';
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

type Reported = ItemReport & { readonly position: number };

/** A transaction that lost against another one may simply be tried again. */
const retryable = new Set(['40001', '40P01']);
const mostTries = 4;

/** Stores a batch and its lines of the report in one transaction: after a crash either both are there or neither. */
export async function keepBatch(keeping: Keeping, batch: readonly Read[]): Promise<Reported[]> {
  for (let tried = 1; ; tried += 1) {
    try {
      return await keeping.database.inTransaction(async (tx) => {
        const reports: Reported[] = [];
        for (const read of batch) reports.push({ ...(await keepOne(tx, keeping, read)), position: read.position });
        await recordItems(tx, keeping.runId, reports);
        return reports;
      });
    } catch (error) {
      if (tried === mostTries || !retryable.has(codeOf(error))) throw error;
    }
  }
}

async function keepOne(tx: Tx, keeping: Keeping, { path, outcome }: Read): Promise<ItemReport> {
  if (!outcome.ok) {
    const reason = 'reason' in outcome ? outcome.reason : words.refusals[outcome.refusal];
    return { path, result: 'refused', reason, articleId: undefined };
  }
  try {
    // A savepoint: what the database refuses for one article must not undo the others.
    return await tx.transaction((inner) => save(inner, keeping, { path, page: outcome.page }));
  } catch (error) {
    if (retryable.has(codeOf(error))) throw error;
    return { path, result: 'refused', reason: words.notSaved(messageOf(error)), articleId: undefined };
  }
}

async function save(
  tx: Tx,
  keeping: Keeping,
  { path, page }: { path: string; page: ImportedPage },
): Promise<ItemReport> {
  const { resolver, defaults, actor } = keeping;
  const placement = await resolver.place(page);
  const article = articleFrom({ page, placement, defaults, columns: await resolver.allColumns() });
  const saved = await saveImportedArticle(tx, actor, { ...article, sourceAddress: await identityOf(tx, page, path) });
  if (!saved.ok) return { path, result: 'refused', reason: saved.problems[0]?.says, articleId: undefined };
  const { id, result } = saved.value;
  const waiting = (article.questions ?? []).map((question) => words.fields[question.field]);
  return { path, result, articleId: id, reason: reasonFor(result, waiting, page.picturesLeft) };
}

function reasonFor(result: ItemReport['result'], waiting: readonly TwoText[], pictures: number): TwoText | undefined {
  const draft = waiting.length > 0 ? words.waitsFor(waiting) : words.keptAsDraft;
  const reasons = [...(result === 'draft' ? [draft] : []), ...(pictures > 0 ? [words.picturesLeft(pictures)] : [])];
  return reasons.length > 0
    ? { zh: reasons.map(({ zh }) => zh).join('；'), en: reasons.map(({ en }) => en).join('; ') }
    : undefined;
}

function codeOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return typeof cause === 'object' && cause !== null && 'code' in cause ? String(cause.code) : '';
}

function messageOf(error: unknown): string {
  const cause = error instanceof Error && error.cause ? error.cause : error;
  return (cause instanceof Error ? cause.message : String(cause)).slice(0, 300);
}
