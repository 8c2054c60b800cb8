import { and, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { langs, type Lang } from '#language/lang.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { editions } from './tables.server.ts';
import { answerQuestions } from './write-answers.server.ts';
import { saveEdition } from './write.server.ts';

/** Changes one article as a row of a file asks, by the same verbs as its own page: they decide who may. */
export async function changeFromSheet(
  tx: Tx,
  actor: Actor,
  { id, cells }: { id: string; cells: Readonly<Record<string, string>> },
): Promise<Outcome<unknown>> {
  const articleId = Number(id);
  const { column, source } = cells;
  if (column !== undefined || source !== undefined) {
    const placed = await answerQuestions(tx, actor, { articleId, columnSlug: column, source });
    if (!placed.ok) return placed;
  }
  for (const lang of langs) {
    const title = cells[`title_${lang}`];
    const saved = title === undefined ? done(undefined) : await retitle(tx, actor, { articleId, lang, title });
    if (!saved.ok) return saved;
  }
  return done(undefined);
}

async function retitle(
  tx: Tx,
  actor: Actor,
  { articleId, lang, title }: { articleId: number; lang: Lang; title: string },
): Promise<Outcome<unknown>> {
  const [row] = await tx
    .select()
    .from(editions)
    .where(and(eq(editions.articleId, articleId), eq(editions.lang, lang)));
  if (!row) return refused({ field: `title_${lang}`, says: words.noEdition });
  const { summary, source, author, keywords, madeHow, body } = row;
  return saveEdition(tx, actor, {
    articleId,
    edition: { lang, title, summary, source, author, keywords, madeHow, body },
  });
}
