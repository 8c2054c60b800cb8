import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { newsWords } from '#language/words/news.ts';
import { writingWords as words } from '#language/words/writing.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canEdit, canPublish, tagsOf } from './article.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import { articles } from './tables.server.ts';
import { isOpenColumn } from './write-columns.server.ts';
import { refreshPublic } from './write-public.server.ts';

export const placement = z.strictObject({
  articleId: z.number().int().positive(),
  zoneCode: z
    .string()
    .regex(/^\d{8}$/)
    .nullable(),
  columnSlug: z.string().max(40).nullable(),
  publishedAt: z.date().nullable(),
});
export type Placement = z.output<typeof placement>;

type Article = typeof articles.$inferSelect;

/** Says where an article belongs and when it is dated. What is published is moved by a publisher, and never dated anew. */
export async function setPlacement(tx: Tx, actor: Actor, input: Placement): Promise<Outcome<{ changed: boolean }>> {
  const [article] = await tx.select().from(articles).where(eq(articles.id, input.articleId)).for('update');
  if (!article || !canEdit(actor, article.zoneCode)) return refused({ field: 'article', says: newsWords.notFound });
  const { zoneCode, columnSlug, publishedAt } = input;
  const asked = { zoneCode, columnSlug, publishedAt };
  const { zoneCode: zoneBefore, columnSlug: columnBefore, publishedAt: timeBefore } = article;
  const changes = changesBetween(
    { zoneCode: zoneBefore, columnSlug: columnBefore, publishedAt: timeBefore?.toISOString() ?? null },
    { ...asked, publishedAt: publishedAt?.toISOString() ?? null },
  );
  if (Object.keys(changes).length === 0) return done({ changed: false });
  const allowed = mayPlace(actor, article, input);
  if (!allowed.ok) return allowed;
  const place = await placeFor(tx, article, input);
  if (!place.ok) return place;
  const version = article.version + 1;
  await tx
    .update(articles)
    .set({ ...asked, ...place.value, version })
    .where(eq(articles.id, article.id));
  await remember(tx, actor, { kind: 'article', record: String(article.id), action: 'placed', changes });
  await refreshPublic(tx, article.id);
  // The pages of the zone it left.
  if (zoneBefore !== zoneCode) await notifyChanged(tx, tagsOf(article));
  return done({ changed: true });
}

function mayPlace(actor: Actor, article: Article, input: Placement): Outcome<null> {
  if (!canEdit(actor, input.zoneCode)) return refused({ field: 'zone', says: newsWords.mayNotEdit });
  const isPublic = article.state === 'published';
  if (isPublic && !(canPublish(actor, article.zoneCode) && canPublish(actor, input.zoneCode)))
    return refused({ field: 'zone', says: newsWords.mayNotPublish });
  const dated = article.firstPublishedAt !== null;
  if (dated && article.publishedAt?.getTime() !== input.publishedAt?.getTime())
    return refused({ field: 'published_at', says: words.timeNotChanged });
  // The public cannot read what is nowhere.
  if (isPublic && input.columnSlug === null) return refused({ field: 'column', says: newsWords.columnMissing });
  return done(null);
}

/** The city of its zone; a city that an import found stays as long as the zone does. */
async function placeFor(tx: Tx, article: Article, { zoneCode, columnSlug }: Placement) {
  if (columnSlug !== null && columnSlug !== article.columnSlug && !(await isOpenColumn(tx, columnSlug)))
    return refused({ field: 'column', says: newsWords.notOne });
  if (zoneCode === article.zoneCode || zoneCode === null) return done({});
  const zone = await zoneByCode(tx, zoneCode);
  return zone
    ? done({ cityCode: zone.cityCode, provinceCode: zone.provinceCode })
    : refused({ field: 'zone', says: words.zoneNotOne });
}
