import { eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { newsWords } from '#language/words/news.ts';
import { writingWords as words } from '#language/words/writing.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canEdit, canPublish, tagsOf } from './article.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import { isHeldIn } from './read-source.server.ts';
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
  const changes = changesBetween(placeOf(article), placeOf(input));
  if (Object.keys(changes).length === 0) return done({ changed: false });
  const allowed = mayPlace(actor, article, input);
  if (!allowed.ok) return allowed;
  const place = await placeFor(tx, article, input);
  if (!place.ok) return place;
  await move(tx, article, { ...input, ...place.value });
  await remember(tx, actor, { kind: 'article', record: String(article.id), action: 'placed', changes });
  return done({ changed: true });
}

function placeOf({ zoneCode, columnSlug, publishedAt }: Pick<Placement, 'zoneCode' | 'columnSlug' | 'publishedAt'>) {
  return { zoneCode, columnSlug, publishedAt: publishedAt?.toISOString() ?? null };
}

async function move(tx: Tx, article: Article, { articleId, ...fields }: Placement): Promise<void> {
  const version = article.version + 1;
  await tx
    .update(articles)
    .set({ ...fields, version })
    .where(eq(articles.id, articleId));
  await refreshPublic(tx, articleId);
  // The pages of the zone it left.
  if (article.zoneCode !== fields.zoneCode) await notifyChanged(tx, tagsOf(article));
}

/** The first reason against it, in the order in which a person can do something about them. */
function mayPlace(actor: Actor, article: Article, input: Placement): Outcome<null> {
  const isPublic = article.state === 'published';
  const mayPublish = canPublish(actor, article.zoneCode) && canPublish(actor, input.zoneCode);
  const isRedated = article.firstPublishedAt !== null && placeOf(article).publishedAt !== placeOf(input).publishedAt;
  const reasons: [boolean, Problem][] = [
    [!canEdit(actor, input.zoneCode), { field: 'zone', says: newsWords.mayNotEdit }],
    [isPublic && !mayPublish, { field: 'zone', says: newsWords.mayNotPublish }],
    [isRedated, { field: 'published_at', says: words.timeNotChanged }],
    // The public cannot read what is nowhere.
    [isPublic && input.columnSlug === null, { field: 'column', says: newsWords.columnMissing }],
  ];
  const [reason] = reasons.filter(([applies]) => applies).map(([, problem]) => problem);
  return reason ? refused(reason) : done(null);
}

/** The city of its zone; a city that an import found stays as long as the zone does. */
async function placeFor(tx: Tx, article: Article, { zoneCode, columnSlug }: Placement) {
  if (columnSlug !== null && columnSlug !== article.columnSlug && !(await isOpenColumn(tx, columnSlug)))
    return refused({ field: 'column', says: newsWords.notOne });
  if (zoneCode === article.zoneCode || zoneCode === null) return done({});
  if (await isHeldIn(tx, article, zoneCode)) return refused({ field: 'zone', says: newsWords.heldAlready });
  const zone = await zoneByCode(tx, zoneCode);
  return zone
    ? done({ cityCode: zone.cityCode, provinceCode: zone.provinceCode })
    : refused({ field: 'zone', says: words.zoneNotOne });
}
