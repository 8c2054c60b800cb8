import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { langs } from '#language/lang.ts';
import { newsWords } from '#language/words/news.ts';
import { writingWords as words } from '#language/words/writing.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canEdit } from './article.ts';
import { articles } from './tables.server.ts';
import { isOpenColumn } from './write-columns.server.ts';
import { emptyText, workingText } from './working-copy.ts';
import { putFirstEditions } from './write-edition.server.ts';

export const newArticle = z.strictObject({
  lang: z.enum(langs),
  title: workingText.shape.title.min(1),
  zoneCode: z.string().regex(/^\d{8}$/),
  columnSlug: z.string().max(40).nullable(),
});
export type NewArticle = z.output<typeof newArticle>;

/** Begins an article: a draft of the zone, with a title and nothing else. The zone is its source until somebody says otherwise. */
export async function createArticle(tx: Tx, actor: Actor, input: NewArticle): Promise<Outcome<{ id: number }>> {
  const { lang, title, zoneCode, columnSlug } = input;
  if (!canEdit(actor, zoneCode)) return refused({ field: 'zone', says: newsWords.mayNotEdit });
  const zone = await zoneByCode(tx, zoneCode);
  if (!zone) return refused({ field: 'zone', says: words.zoneNotOne });
  if (columnSlug !== null && !(await isOpenColumn(tx, columnSlug)))
    return refused({ field: 'column', says: newsWords.notOne });
  const { cityCode, provinceCode } = zone;
  const [row] = await tx
    .insert(articles)
    .values({ zoneCode, columnSlug, cityCode, provinceCode })
    .returning({ id: articles.id });
  const id = row?.id ?? 0;
  const edition = { lang, ...emptyText(zone.name[lang]), title };
  await putFirstEditions(tx, actor, [{ articleId: id, zoneCode, edition, published: false }]);
  return done({ id });
}
