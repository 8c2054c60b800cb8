import { asc, count, eq, sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { preparedOnce } from '#platform/prepared.server.ts';
import { inTree, type ColumnType, type DeskColumn } from './column.ts';
import { articles, newsColumns } from './tables.server.ts';

export interface ColumnView {
  readonly slug: string;
  readonly parent: string | null;
  readonly name: TwoText;
  readonly description: TwoText;
  readonly type: string;
  /** Offered for nothing new. */
  readonly retired: boolean;
}

export const columnAsJson = sql`json_build_object('slug', slug, 'parent', parent, 'type', column_type, 'retired', retired,
  'name', json_build_object('zh', name_zh, 'en', name_en),
  'description', json_build_object('zh', description_zh, 'en', description_en))`;

const columnsQuery = preparedOnce((db) =>
  db.select().from(newsColumns).orderBy(asc(newsColumns.position), asc(newsColumns.slug)).prepare('news_columns'),
);

/** Every column, in the order the site shows them. */
export async function allColumns(db: Db): Promise<ColumnView[]> {
  const rows = await columnsQuery(db).execute();
  return rows.map((row) => ({
    slug: row.slug,
    parent: row.parent,
    name: { zh: row.nameZh, en: row.nameEn },
    description: { zh: row.descriptionZh, en: row.descriptionEn },
    type: row.columnType,
    retired: row.retired,
  }));
}

/** Every column with how many articles it holds, in any state, as the operator puts them in order. */
export async function deskColumns(db: Db): Promise<DeskColumn[]> {
  const counted = await db
    .select({ slug: articles.columnSlug, n: count() })
    .from(articles)
    .groupBy(articles.columnSlug);
  const numbers = new Map(counted.map(({ slug, n }) => [slug, n]));
  const rows = await db.select().from(newsColumns).orderBy(asc(newsColumns.position), asc(newsColumns.slug));
  return inTree(
    rows.map(({ slug, parent, retired, nameZh, nameEn, descriptionZh, descriptionEn, columnType }) => ({
      ...{ slug, parent, retired, articles: numbers.get(slug) ?? 0 },
      said: { nameZh, nameEn, descriptionZh, descriptionEn, columnType: columnType as ColumnType },
    })),
  );
}

/** Columns that something new may be put in; an article's own stays among them when it was retired since. */
export async function openColumns(db: Db, own?: string | null): Promise<ColumnView[]> {
  const columns = await allColumns(db);
  return columns.filter(({ slug, parent, retired }) => parent !== null && (!retired || slug === own));
}

export async function articlesIn(db: Db, slug: string): Promise<number> {
  const [row] = await db.select({ n: count() }).from(articles).where(eq(articles.columnSlug, slug));
  return row?.n ?? 0;
}
