import { asc, eq } from 'drizzle-orm';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { accountWords } from '#language/words/accounts.ts';
import { columnWords as words } from '#language/words/columns.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { articlesIn } from './read-columns.server.ts';
import { articles } from './tables.server.ts';
import { isOpenColumn, retireColumn } from './write-columns.server.ts';
import { setPlacement } from './write-placement.server.ts';

/** Each article is moved by its own verb and remembered, so a large column is moved in several turns. */
const atOnce = 200;

/** Moves the articles of a column to another; when the last one has moved, the column is retired. */
export async function mergeColumn(
  tx: Tx,
  actor: Actor,
  { slug, into }: { slug: string; into: string },
): Promise<Outcome<{ moved: number; left: number }>> {
  if (!isOperator(actor)) return refused({ says: accountWords.notYours });
  if (slug === into || !(await isOpenColumn(tx, into))) return refused({ field: 'into', says: words.mergeWrong });
  const rows = await tx
    .select({ id: articles.id, zoneCode: articles.zoneCode, publishedAt: articles.publishedAt })
    .from(articles)
    .where(eq(articles.columnSlug, slug))
    .orderBy(asc(articles.id))
    .limit(atOnce);
  for (const { id, zoneCode, publishedAt } of rows) {
    const moved = await setPlacement(tx, actor, { articleId: id, zoneCode, columnSlug: into, publishedAt });
    if (!moved.ok) return moved;
  }
  const left = await articlesIn(tx, slug);
  const retired = left === 0 ? await retireColumn(tx, actor, { slug, retired: true }) : done(null);
  return retired.ok ? done({ moved: rows.length, left }) : retired;
}
