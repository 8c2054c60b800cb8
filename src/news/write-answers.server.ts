import { and, eq, inArray } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { changesBetween } from '#history/change.ts';
import { remember } from '#history/write.server.ts';
import { newsWords as words } from '#language/words/news.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneByCode } from '#zones/read.server.ts';
import { canEdit, type Question } from './article.ts';
import { isHeldIn } from './read-source.server.ts';
import { articleQuestions, articles, editions } from './tables.server.ts';
import { isOpenColumn } from './write-columns.server.ts';
import { refreshPublic } from './write-public.server.ts';

/** Answers to what an import asked; a field that is left out stays open. */
export const answersInput = z.strictObject({
  articleId: z.number().int().positive(),
  zoneCode: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  columnSlug: z.string().max(40).optional(),
  publishedAt: z.date().optional(),
  source: z.string().trim().min(1).max(200).optional(),
});
export type AnswersInput = z.input<typeof answersInput>;

type Answers = z.output<typeof answersInput>;
type Article = typeof articles.$inferSelect;

/** Places a draft where a person says it belongs. Publishing stays a step of its own. */
export async function answerQuestions(tx: Tx, actor: Actor, input: AnswersInput): Promise<Outcome<{ id: number }>> {
  const answers = answersInput.parse(input);
  const [article] = await tx.select().from(articles).where(eq(articles.id, answers.articleId)).for('update');
  if (!article) return refused({ says: words.notFound });
  const allowed = canEdit(actor, article.zoneCode) && canEdit(actor, answers.zoneCode ?? article.zoneCode);
  if (!allowed) return refused({ says: words.mayNotEdit });
  // What the public reads is moved by withdrawing and publishing it: that way the rules of both zones are kept.
  if (article.state === 'published') return refused({ says: words.placedAlready });
  const placed = await place(tx, article, answers);
  if (!placed.ok) return placed;
  await tx
    .update(articles)
    .set({ ...placed.value, version: article.version + 1 })
    .where(eq(articles.id, article.id));
  await settle(tx, answers);
  const changes = changesBetween(article, { ...article, ...placed.value });
  await remember(tx, actor, { kind: 'article', record: String(article.id), action: 'placed', changes });
  await refreshPublic(tx, article.id);
  return done({ id: article.id });
}

async function place(tx: Tx, article: Article, answers: Answers) {
  const columnSlug = answers.columnSlug ?? article.columnSlug;
  const isMoved = columnSlug !== null && columnSlug !== article.columnSlug;
  if (isMoved && !(await isOpenColumn(tx, columnSlug))) return refused({ field: 'column', says: words.notOne });
  const publishedAt = answers.publishedAt ?? article.publishedAt;
  if (!answers.zoneCode) return done({ columnSlug, publishedAt });
  const zone = await zoneFor(tx, article, answers.zoneCode);
  return zone.ok ? done({ columnSlug, publishedAt, ...zone.value }) : zone;
}

async function zoneFor(tx: Tx, article: Article, code: string) {
  const zone = await zoneByCode(tx, code);
  if (!zone) return refused({ field: 'zone', says: words.notOne });
  if (await isHeldIn(tx, article, zone.code)) return refused({ field: 'zone', says: words.heldAlready });
  const { code: zoneCode, cityCode, provinceCode } = zone;
  return done({ zoneCode, cityCode, provinceCode });
}

/** Closes the questions that were answered. */
async function settle(tx: Tx, answers: AnswersInput): Promise<void> {
  const answered: [Question['field'], unknown][] = [
    ['zone', answers.zoneCode],
    ['column', answers.columnSlug],
    ['published_at', answers.publishedAt],
    ['source', answers.source],
  ];
  const fields = answered.filter(([, value]) => value !== undefined).map(([field]) => field);
  if (fields.length === 0) return;
  if (answers.source) {
    const original = and(eq(editions.articleId, answers.articleId), eq(editions.original, true));
    await tx.update(editions).set({ source: answers.source }).where(original);
  }
  await tx
    .update(articleQuestions)
    .set({ answeredAt: new Date() })
    .where(and(eq(articleQuestions.articleId, answers.articleId), inArray(articleQuestions.field, fields)));
}
