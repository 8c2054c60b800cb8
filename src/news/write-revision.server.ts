import { and, desc, eq, sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import { changesBetween } from '#history/change.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Content } from './review.ts';
import { editionRevisions } from './tables.server.ts';

/** Who wrote a revision: the hand that saved it, and everybody else who had a part in it. */
export interface Writers {
  readonly id: string;
  readonly name: string;
  readonly authors?: readonly string[];
}

interface Keep {
  readonly articleId: number;
  readonly lang: Lang;
  readonly content: Content;
  readonly by: Writers;
  /** Why it was saved, where somebody said so. */
  readonly note?: string;
}

/** Keeps a revision and says its number; a text that is the latest revision already is not kept twice. */
export async function keepRevision(tx: Tx, { articleId, lang, content, by, note }: Keep): Promise<number> {
  const latest = await latestRevision(tx, articleId, lang);
  if (latest && isSame(latest, content)) return latest.revision;
  const revision = (latest?.revision ?? 0) + 1;
  await tx.insert(editionRevisions).values({
    ...{ articleId, lang, revision, note: note ?? '' },
    ...contentOf(content),
    ...{ actor: by.id, actorName: by.name, authors: [...new Set([...(by.authors ?? []), by.id])] },
  });
  return revision;
}

/** Keeps the text of new articles as their first revision: taken from where it was just put, not sent a second time. */
export async function keepFirstRevisions(tx: Tx, by: Writers, articleIds: readonly number[]): Promise<void> {
  await tx.execute(sql`
    insert into edition_revision (article_id, lang, revision, title, summary, source, author, keywords, made_how, body,
      actor, actor_name, authors)
    select article_id, lang, revision, title, summary, source, author, keywords, made_how, body,
      ${by.id}, ${by.name}, array[${by.id}]
    from edition where article_id = any(${sql.param(articleIds)}::bigint[])`);
}

/** The parts of a record that are its text. */
export function contentOf({ title, summary, source, author, keywords, madeHow, body }: Content) {
  return { title, summary, source, author, keywords: [...keywords], madeHow, body };
}

/** Whether two records say the same. */
export function isSame(a: Content, b: Content): boolean {
  return Object.keys(changesBetween(contentOf(a), contentOf(b))).length === 0;
}

async function latestRevision(tx: Tx, articleId: number, lang: Lang) {
  const [latest] = await tx
    .select()
    .from(editionRevisions)
    .where(and(eq(editionRevisions.articleId, articleId), eq(editionRevisions.lang, lang)))
    .orderBy(desc(editionRevisions.revision))
    .limit(1);
  return latest;
}
