import { sql } from 'drizzle-orm';
import type { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, type Outcome } from '#platform/outcome.ts';
import { canPublish, missingBeforePublishing, type importedArticle } from './article.ts';
import { twoPersonZones } from './read-work.server.ts';
import { articleQuestions, articles, attachments } from './tables.server.ts';
import { putFirstEditions } from './write-edition.server.ts';
import { showNew } from './write-public.server.ts';

export type Imported = z.output<typeof importedArticle>;
type Added = Outcome<{ id: number; result: 'imported' | 'draft' }>;

/** By what an imported article is known again: its address, else its content. */
export function keyOf(article: { sourceAddress: string | null; contentHash: string | null }): string {
  return article.sourceAddress || (article.contentHash ?? '');
}

/**
 * Stores articles that are not there yet, one statement for each table: an import of thousands pays for every statement.
 * Complete ones go live in the same stroke.
 */
export async function addNew(tx: Tx, actor: Actor, given: readonly Imported[]): Promise<Map<Imported, Added>> {
  if (given.length === 0) return new Map();
  const made = await putArticles(tx, actor, given);
  const edited = await putFirstEditions(
    tx,
    actor,
    made.map(({ row, article }) => ({
      ...{ articleId: row.id, zoneCode: row.zoneCode, edition: article.edition },
      published: row.state === 'published',
    })),
  );
  await putParts(tx, made);
  const live = made.flatMap(({ row }, place) => {
    const edition = edited[place];
    return edition && row.state === 'published' ? [{ article: row, edition }] : [];
  });
  await remember(
    tx,
    actor,
    ...live.map(({ article: { id, zoneCode } }) => ({
      ...{ kind: 'article', record: String(id), action: 'publish', zone: zoneCode ?? undefined },
    })),
  );
  await showNew(tx, live);
  return new Map(made.map(({ row, article }) => [article, done({ id: row.id, result: resultOf(row) })]));
}

const resultOf = ({ state }: Row) => (state === 'published' ? 'imported' : 'draft');

type Row = typeof articles.$inferSelect;

interface Made {
  readonly row: Row;
  readonly article: Imported;
}

async function putArticles(tx: Tx, actor: Actor, given: readonly Imported[]): Promise<Made[]> {
  const codes = [...new Set(given.flatMap(({ zoneCode }) => zoneCode ?? []))];
  const [zones, waiting] = [await placesOfZones(tx, codes), await twoPersonZones(tx, codes)];
  const values = given.map((article) => {
    const { sourceAddress, contentHash, columnSlug, zoneCode, publishedAt, sample } = article;
    const isLive = isReady(actor, article) && !waiting.has(zoneCode ?? '');
    const state = isLive ? ('published' as const) : ('draft' as const);
    const firstPublishedAt = isLive ? new Date() : null;
    const said = { sourceAddress, contentHash, columnSlug, zoneCode, publishedAt, sample };
    return { ...said, state, firstPublishedAt, ...placeOf(article, zones) };
  });
  const rows = new Map((await tx.insert(articles).values(values).returning()).map((row) => [keyOf(row), row]));
  return given.flatMap((article) => {
    const row = rows.get(keyOf(article));
    return row ? [{ row, article }] : [];
  });
}

function isReady(actor: Actor, article: Imported): boolean {
  const { questions, edition, zoneCode, publish } = article;
  const missing = missingBeforePublishing({ ...article, openQuestions: questions.length, source: edition.source });
  return publish && missing.length === 0 && canPublish(actor, zoneCode);
}

type Places = ReadonlyMap<string, { city: string | null; province: string | null }>;

async function placesOfZones(tx: Tx, codes: readonly string[]): Promise<Places> {
  const { rows } = await tx.execute<{ code: string; city: string | null; province: string | null }>(sql`
    select code, city_code as city, province_code as province from zone where code = any(${sql.param(codes)}::text[])`);
  return new Map(rows.map((row) => [row.code, row]));
}

/** Where the page said it belongs, else where its zone is. */
function placeOf({ cityCode: said, zoneCode }: Imported, zones: Places) {
  const zone = zones.get(zoneCode ?? '');
  const cityCode = said ?? zone?.city ?? null;
  const provinceCode = cityCode ? `${cityCode.slice(0, 2)}0000` : (zone?.province ?? null);
  return { cityCode, provinceCode };
}

async function putParts(tx: Tx, made: readonly Made[]): Promise<void> {
  const files = made.flatMap(({ row, article }) =>
    article.attachments.map((attachment, position) => ({ articleId: row.id, position, ...attachment })),
  );
  if (files.length > 0) await tx.insert(attachments).values(files);
  const questions = made.flatMap(({ row, article }) =>
    article.questions.map((question) => ({ articleId: row.id, ...question })),
  );
  if (questions.length > 0) await tx.insert(articleQuestions).values(questions).onConflictDoNothing();
}
