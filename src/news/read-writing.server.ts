import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accounts } from '#accounts/tables.server.ts';
import { langs, type Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { freshnessOf } from '#publishing/freshness.ts';
import type { RichDocument } from '#text/document.ts';
import { canEdit } from './article.ts';
import { articles, editionDrafts, editionRevisions, editions } from './tables.server.ts';
import type { ArticleInWriting, WorkingText, Writing } from './working-copy.ts';

type EditionRow = typeof editions.$inferSelect;
type DraftRow = typeof editionDrafts.$inferSelect;

/** The article with everything written of it; undefined where there is none that this actor may write in. */
export async function articleInWriting(db: Db, actor: Actor, id: number): Promise<ArticleInWriting | undefined> {
  const [article] = await db.select().from(articles).where(eq(articles.id, id));
  if (!article || !canEdit(actor, article.zoneCode)) return undefined;
  const { state, zoneCode, columnSlug, publishedAt, firstPublishedAt } = article;
  return { id, state, zoneCode, columnSlug, publishedAt, firstPublishedAt, writings: await writingsOf(db, id) };
}

/** Who had a hand in it last, in whichever language. */
export async function lastChangeOf(db: Db, article: ArticleInWriting) {
  const { articleId, actorName, at } = editionRevisions;
  const saved = await db
    .select({ by: actorName, at })
    .from(editionRevisions)
    .where(eq(articleId, article.id))
    .orderBy(desc(at))
    .limit(1);
  const pending = article.writings.filter((one) => one.pending);
  const all = [...saved, ...pending.map((one) => ({ by: one.by, at: new Date(one.at) }))];
  return all.reduce<(typeof all)[number] | undefined>(
    (last, one) => (last && last.at >= one.at ? last : one),
    undefined,
  );
}

/** What is written of an article in each language: the working copy, else what was saved last. */
export async function writingsOf(db: Db, id: number): Promise<Writing[]> {
  const saved = await db.select().from(editions).where(eq(editions.articleId, id));
  const drafts = await db.select().from(editionDrafts).where(eq(editionDrafts.articleId, id));
  const names = await namesOf(db, drafts);
  const original = saved.find((row) => row.original);
  return langs.flatMap((lang) => {
    const edition = saved.find((row) => row.lang === lang);
    const draft = drafts.find((row) => row.lang === lang);
    return edition || draft ? [writing({ lang, edition, draft, original, names })] : [];
  });
}

/** What a translator reads beside the translation: the original as it is, and as it was when the translation was made. */
export interface OriginalBeside {
  readonly lang: Lang;
  readonly revision: number;
  readonly title: string;
  readonly summary: string;
  readonly body: RichDocument;
  /** Undefined where nothing has changed since, or nobody knows. */
  readonly before: RichDocument | undefined;
}

export async function originalOf(db: Db, id: number, lang: Lang): Promise<OriginalBeside | undefined> {
  const saved = await db.select().from(editions).where(eq(editions.articleId, id));
  const original = saved.find((row) => row.original);
  if (!original || original.lang === lang) return undefined;
  const from = saved.find((row) => row.lang === lang)?.translatesRevision ?? undefined;
  const { title, summary, body, revision } = original;
  const before = from !== undefined && from < revision ? await bodyOf(db, original, from) : undefined;
  return { lang: original.lang, revision, title, summary, body, before };
}

async function bodyOf(db: Db, { articleId, lang }: EditionRow, revision: number): Promise<RichDocument | undefined> {
  const { articleId: id, lang: ofLang, revision: number } = editionRevisions;
  const rows = await db
    .select({ body: editionRevisions.body })
    .from(editionRevisions)
    .where(and(eq(id, articleId), eq(ofLang, lang), eq(number, revision)));
  return rows[0]?.body;
}

interface Rows {
  readonly lang: Lang;
  readonly edition: EditionRow | undefined;
  readonly draft: DraftRow | undefined;
  readonly original: EditionRow | undefined;
  readonly names: ReadonlyMap<string, string>;
}

function writing({ lang, edition, draft, original, names }: Rows): Writing {
  const shown = draft ?? edition;
  if (!shown) throw new Error('a language that nothing is written in');
  const saved = edition
    ? {
        original: edition.original,
        revision: edition.revision,
        freshness: freshnessOf(edition, original?.revision ?? 0),
      }
    : { original: original === undefined, revision: 0, freshness: 'current' as const };
  const copy = draft
    ? { version: draft.version, pending: true, by: names.get(draft.updatedBy) ?? '' }
    : { version: 0, pending: false, by: '' };
  return { lang, ...saved, ...copy, text: textOf(shown), at: shown.updatedAt.toISOString() };
}

export function textOf({ title, summary, source, author, keywords, madeHow, body }: WorkingText): WorkingText {
  return { title, summary, source, author, keywords, madeHow, body };
}

async function namesOf(db: Db, drafts: readonly DraftRow[]): Promise<Map<string, string>> {
  const ids = drafts.flatMap(({ updatedBy }) => Number(/^account:(\d+)$/.exec(updatedBy)?.[1]) || []);
  if (ids.length === 0) return new Map();
  const rows = await db
    .select({ id: accounts.id, name: accounts.name })
    .from(accounts)
    .where(inArray(accounts.id, ids));
  return new Map(rows.map(({ id, name }) => [`account:${id}`, name]));
}
