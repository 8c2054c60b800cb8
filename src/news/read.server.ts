import { eq, sql } from 'drizzle-orm';
import { fileView, picturesIn, type Described } from '#files/file.ts';
import { dateOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import type { Db } from '#platform/database.server.ts';
import { preparedOnce } from '#platform/prepared.server.ts';
import { freshnessOf, type Freshness, type MadeHow } from '#publishing/freshness.ts';
import type { State } from '#publishing/state.ts';
import type { RichDocument } from '#text/document.ts';
import type { Pictures } from '#ui/picture.ts';
import { columnAsJson, type ColumnView } from './read-columns.server.ts';
import { articles } from './tables.server.ts';

export interface ArticleLink {
  readonly id: number;
  readonly title: string;
  readonly lang: Lang;
}

interface Named {
  readonly code: string;
  readonly name: TwoText;
}

/** An article as its page shows it, in the reader's language or, where there is none, in the original's. */
export interface ArticleView {
  readonly id: number;
  readonly state: State;
  readonly sample: boolean;
  readonly lang: Lang;
  readonly languages: readonly Lang[];
  readonly freshness: Freshness;
  readonly madeHow: MadeHow;
  readonly title: string;
  readonly summary: string;
  readonly source: string;
  readonly author: string;
  readonly keywords: readonly string[];
  readonly body: RichDocument;
  readonly column: ColumnView;
  readonly zone: Named;
  readonly city: Named | undefined;
  readonly publishedAt: Date;
  /** Set where the text was changed after it first went live. */
  readonly changedAt: Date | undefined;
  /** When and why it was taken back; the text is then no longer for the public. */
  readonly withdrawn: { readonly at: string; readonly reason: TwoText } | undefined;
  readonly sourceAddress: string | null;
  readonly attachments: readonly { name: string; address: string; mediaType: string; bytes: number | null }[];
  /** The pictures that its figures show, as far as the reader may see them. */
  readonly pictures: Pictures;
  readonly previous: ArticleLink | undefined;
  readonly next: ArticleLink | undefined;
  readonly related: readonly ArticleLink[];
  /** The public organisations it names, as people said, in the order they are named. */
  readonly mentioned: readonly { readonly id: number; readonly name: TwoText }[];
}

interface EditionRow {
  lang: Lang;
  title: string;
  summary: string;
  source: string;
  author: string;
  keywords: string[];
  body: RichDocument;
  made_how: MadeHow;
  original: boolean;
  translates_revision: number | null;
  revision: number;
}

/** Moments as PostgreSQL writes them in JSON. */
interface ArticleRow {
  id: number;
  state: State;
  sample: boolean;
  source_address: string | null;
  published_at: string | null;
  first_published_at: string | null;
  updated_at: string;
  withdrawn_at: string | null;
  withdrawn_reason_zh: string;
  withdrawn_reason_en: string;
}

interface PageRow {
  article: ArticleRow;
  column: ColumnView;
  shown: EditionRow | null;
  editions: { lang: Lang; original: boolean; revision: number }[] | null;
  zone: Named;
  city: Named | null;
  attachments: (ArticleView['attachments'][number] & { file: string | null })[];
  files: Described[];
  previous: ArticleLink | null;
  next: ArticleLink | null;
  related: ArticleLink[] | null;
  mentioned: ArticleView['mentioned'] | null;
}

const titled = sql`json_build_object('id', o.id, 'title', e.title, 'lang', e.lang)`;
const inReadersLanguage = sql`join lateral (select title, lang from edition where article_id = o.id
  order by lang = ${sql.placeholder('lang')} desc, original desc limit 1) e on true`;
const beside = (newer: boolean) => {
  const [comparison, direction] = newer ? [sql`>`, sql`asc`] : [sql`<`, sql`desc`];
  return sql`(select ${titled} from (
      select n.id from article n where n.state = 'published' and n.column_slug = article.column_slug
        and (n.published_at, n.id) ${comparison} (article.published_at, article.id)
      order by n.published_at ${direction}, n.id ${direction} limit 1) o ${inReadersLanguage})`;
};

/** One statement for the whole page, prepared once: the busiest read of the site. */
const pageQuery = preparedOnce((db) =>
  db
    .select({
      // One column for all: each more is described, read and copied again with every answer.
      page: sql<PageRow>`json_build_object(
        'article', json_build_object('id', article.id, 'state', article.state, 'sample', article.sample,
          'source_address', article.source_address, 'published_at', article.published_at,
          'first_published_at', article.first_published_at, 'updated_at', article.updated_at,
          'withdrawn_at', article.withdrawn_at, 'withdrawn_reason_zh', article.withdrawn_reason_zh,
          'withdrawn_reason_en', article.withdrawn_reason_en),
        'editions', (select json_agg(json_build_object('lang', lang, 'original', original, 'revision', revision))
          from edition where article_id = article.id),
        'shown', (select row_to_json(e) from (select lang, title, summary, source, author, keywords, body, made_how,
          original, translates_revision, revision from edition where article_id = article.id
          order by lang = ${sql.placeholder('lang')} desc, original desc limit 1) e),
        'column', (select ${columnAsJson} from news_column where slug = article.column_slug),
        'zone', (select json_build_object('code', code, 'name', json_build_object('zh', name_zh, 'en', name_en))
          from zone where code = article.zone_code),
        'city', (select json_build_object('code', code, 'name', json_build_object('zh', name_zh, 'en', name_en))
          from place where code = coalesce(article.city_code, article.province_code)),
        'attachments', (select coalesce(json_agg(json_build_object('name', name, 'address', address,
          'mediaType', media_type, 'bytes', bytes, 'file', file_id) order by position), '[]')
          from attachment where article_id = article.id),
        'files', (select coalesce(json_agg(json_build_object('id', f.id, 'name', f.name, 'mediaType', f.media_type,
          'bytes', f.bytes, 'width', f.width, 'height', f.height, 'variants', f.variants)), '[]')
          from file_use u join file f on f.id = u.file_id and f.state = 'kept'
          where u.kind = 'article' and u.record = article.id::text),
        'previous', ${beside(false)},
        'next', ${beside(true)},
        'related', (select json_agg(${titled} order by o.score desc, o.id desc) from (
          select r.related_id as id, r.score from related_article r where r.article_id = article.id
            and (select a.state from article a where a.id = r.related_id) = 'published' order by r.score desc, r.related_id desc limit 6) o ${inReadersLanguage}),
        'mentioned', (select json_agg(json_build_object('id', o.id, 'name', json_build_object('zh', o.name_zh,
          'en', coalesce(nullif(o.name_en, ''), o.name_zh))) order by m.place, o.id) from (
          select organisation_id, min(starts_at) as place from mention
          where article_id = article.id and state = 'accepted' group by 1) m
          join organisation o on o.id = m.organisation_id and o.is_public))`,
    })
    .from(articles)
    .where(eq(articles.id, sql.placeholder('id')))
    .prepare('article_page'),
);

/** The article with this id, whatever its state: the page decides what a withdrawn one shows, drafts are the desk's. */
export async function articleById(db: Db, lang: Lang, id: number): Promise<ArticleView | undefined> {
  const [row] = await pageQuery(db).execute({ id, lang });
  return row && toView(row.page);
}

function toView(page: PageRow): ArticleView | undefined {
  const { article, shown, editions } = page;
  const original = editions?.find((edition) => edition.original);
  if (!editions || !shown || !original || article.published_at === null) return undefined;
  const { title, summary, source, author, keywords, body, made_how: madeHow } = shown;
  return {
    ...{ title, summary, source, author, keywords, body, madeHow },
    ...{ id: article.id, state: article.state, sample: article.sample, sourceAddress: article.source_address },
    lang: shown.lang,
    languages: editions.map((edition) => edition.lang),
    freshness: freshnessOf(
      { original: shown.original, translatesRevision: shown.translates_revision },
      original.revision,
    ),
    publishedAt: new Date(article.published_at),
    changedAt: changedAt(article, Math.max(original.revision, shown.revision)),
    withdrawn: withdrawal(article),
    ...surroundings(page),
  };
}

function withdrawal(article: ArticleRow): ArticleView['withdrawn'] {
  if (article.state !== 'withdrawn') return undefined;
  const { withdrawn_at: at, withdrawn_reason_zh: zh, withdrawn_reason_en: en } = article;
  return { at: at === null ? '' : dateOf(new Date(at)), reason: { zh, en } };
}

/** A change is told only where there was one after the article first went live. */
function changedAt(article: ArticleRow, revision: number): Date | undefined {
  if (article.first_published_at === null || revision < 2) return undefined;
  const updated = new Date(article.updated_at);
  return updated > new Date(article.first_published_at) ? updated : undefined;
}

function surroundings({ column, zone, city, attachments, files, previous, next, related, mentioned }: PageRow) {
  return {
    column,
    zone,
    attachments: attachments.flatMap((attachment) => shownAttachment(attachment, files)),
    pictures: picturesIn(files),
    city: city ? { code: city.code, name: { zh: spokenName(city.name.zh), en: city.name.en } } : undefined,
    previous: previous ?? undefined,
    next: next ?? undefined,
    related: related ?? [],
    mentioned: mentioned ?? [],
  };
}

/** An attachment that is a file of ours tells what the file is; one whose file is gone is not offered. */
function shownAttachment({ file: id, ...attachment }: PageRow['attachments'][number], files: readonly Described[]) {
  if (id === null) return [attachment];
  const file = files.find((one) => one.id === id);
  if (!file) return [];
  const { url, mediaType, bytes } = fileView(file);
  return [{ ...attachment, address: url, mediaType, bytes }];
}
