import { and, desc, eq, inArray } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accounts } from '#accounts/tables.server.ts';
import { langs, type Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import type { Freshness } from '#publishing/freshness.ts';
import type { RichDocument } from '#text/document.ts';
import { canEdit } from './article.ts';
import { articles, editionDrafts, editionRevisions, editions } from './tables.server.ts';
import { isOf, translatedFrom, type Stand } from './translates.ts';
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
  const { saved, drafts, originalStand } = await textsOf(db, id);
  const names = await namesOf(db, drafts);
  return langs.flatMap((lang) => {
    const edition = saved.find((row) => row.lang === lang);
    const draft = drafts.find((row) => row.lang === lang);
    return edition || draft ? [writing({ lang, edition, draft, originalStand, names })] : [];
  });
}

/** What is saved and what is being written, and the original as a translator sees it. */
async function textsOf(db: Db, id: number) {
  const [article] = await db.select({ state: articles.state }).from(articles).where(eq(articles.id, id));
  const saved = await db.select().from(editions).where(eq(editions.articleId, id));
  const drafts = await db.select().from(editionDrafts).where(eq(editionDrafts.articleId, id));
  const original = saved.find((row) => row.original);
  // A change to what is published goes out together with its translation; a draft's original is what was saved of it.
  const change = article?.state === 'published' ? drafts.find(({ lang }) => lang === original?.lang) : undefined;
  const originalStand = { revision: original?.revision ?? 0, version: change?.version ?? 0 };
  return { saved, drafts, original, change, originalStand };
}

/** What a translator reads beside the translation: the original as it is, and as it was when the translation was made. */
export interface OriginalBeside {
  readonly lang: Lang;
  readonly revision: number;
  readonly version: number;
  readonly title: string;
  readonly summary: string;
  readonly body: RichDocument;
  /** Undefined where nothing has changed since, or nobody knows. */
  readonly before: RichDocument | undefined;
  readonly headBefore: { readonly title: string; readonly summary: string } | undefined;
  /** Whether it is known what has changed since. */
  readonly isKnown: boolean;
}

export async function originalOf(db: Db, id: number, lang: Lang): Promise<OriginalBeside | undefined> {
  const { saved, drafts, original, change, originalStand } = await textsOf(db, id);
  if (!original || original.lang === lang) return undefined;
  const ofLang = (row: { lang: Lang }) => row.lang === lang;
  const from = translatedFrom(drafts.find(ofLang), saved.find(ofLang));
  const { title, summary, body } = change ?? original;
  const isFresh = isOf(from, originalStand);
  const headBefore = isFresh ? undefined : await revisionOf(db, original, from.revision);
  const known = { before: headBefore?.body, headBefore, isKnown: isFresh || headBefore !== undefined };
  return { lang: original.lang, ...originalStand, title, summary, body, ...known };
}

async function revisionOf(db: Db, { articleId, lang }: EditionRow, revision: number) {
  const { articleId: id, lang: ofLang, revision: number } = editionRevisions;
  const rows = await db
    .select({ title: editionRevisions.title, summary: editionRevisions.summary, body: editionRevisions.body })
    .from(editionRevisions)
    .where(and(eq(id, articleId), eq(ofLang, lang), eq(number, revision)));
  return rows[0];
}

interface Rows {
  readonly lang: Lang;
  readonly edition: EditionRow | undefined;
  readonly draft: DraftRow | undefined;
  readonly originalStand: Stand;
  readonly names: ReadonlyMap<string, string>;
}

function writing({ lang, edition, draft, originalStand, names }: Rows): Writing {
  const shown = draft ?? edition;
  if (!shown) throw new Error('a language that nothing is written in');
  const original = edition ? edition.original : originalStand.revision === 0;
  const freshness: Freshness = original ? 'original' : ageOf(translatedFrom(draft, edition), originalStand);
  const saved = { original, revision: edition?.revision ?? 0, freshness };
  return { lang, ...saved, ...copyOf(draft, names), text: textOf(shown), at: shown.updatedAt.toISOString() };
}

function copyOf(draft: DraftRow | undefined, names: Rows['names']) {
  if (!draft) return { version: 0, pending: false, by: '' };
  return { version: draft.version, pending: true, by: names.get(draft.updatedBy) ?? '' };
}

function ageOf(from: Stand, original: Stand): 'current' | 'stale' {
  return isOf(from, original) ? 'current' : 'stale';
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
