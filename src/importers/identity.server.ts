import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import { plainText } from '#text/document.ts';
import { contentHash, nameOfPage } from './article.ts';
import type { ImportedPage } from './page.ts';

/** Texts this alike are two states of one article; below it, two articles that happen to be called the same. */
const sameArticle = 0.3;

/** Addresses by which content is already known, by the digest of the content. */
export type Copies = Map<string, string>;

/**
 * Which of these contents are there already, under whatever address. Locks each content first: of two copies in two
 * transactions at once, the second waits and then finds the first.
 */
export async function copiesOf(db: Db, hashes: readonly string[]): Promise<Copies> {
  const sorted = [...new Set(hashes)].sort();
  await db.execute(sql`
    select pg_advisory_xact_lock(hashtextextended(hash, 1))
    from unnest(${sql.param(sorted)}::text[]) with ordinality as given (hash, place) order by place`);
  const { rows } = await db.execute<{ hash: string; address: string }>(sql`
    select distinct on (content_hash) content_hash as hash, source_address as address from article
    where content_hash = any(${sql.param(sorted)}::text[]) and source_address is not null order by content_hash, id`);
  return new Map(rows.map(({ hash, address }) => [hash, address]));
}

/** A page with the path it came by. */
export interface PageAt {
  readonly path: string;
  readonly page: ImportedPage;
}

/**
 * By what articles are known again: the same content by what it was known as before, a page with an address by that. One
 * without by its title, day and source, or by the file it came from last time, while the text is still mostly the same:
 * two notices of a day may share a title, and every folder has an index.html.
 */
export async function identitiesOf(db: Db, copies: Copies, pages: readonly PageAt[]): Promise<string[]> {
  const said = pages.map(({ page }) => copies.get(contentHash(page)) ?? page.sourceAddress);
  const unsaid = pages.filter((_, place) => said[place] === '');
  const known = unsaid.length === 0 ? [] : await textsKnownAs(db, unsaid);
  const textsOf = Map.groupBy(known, ({ place }) => Number(place));
  const named = unsaid.map(({ page }, place) => nameByText(page, textsOf.get(place + 1) ?? []));
  return said.map((address) => address || (named.shift() ?? ''));
}

function nameByText(page: ImportedPage, known: readonly KnownText[]): string {
  const name = nameOfPage(page);
  const text = plainText(page.body);
  const best = known
    .map((one) => ({ ...one, alike: overlap(one.text, text) }))
    .sort((one, other) => other.alike - one.alike)[0];
  if (best && best.alike >= sameArticle) return best.address;
  return known.some((one) => one.address === name) ? `${name}:${contentHash(page).slice(0, 16)}` : name;
}

type KnownText = { place: string; address: string; text: string };

/** A name ends in hexadecimal digits: between it and itself with a g lie the names that begin with it, in every collation. */
async function textsKnownAs(db: Db, pages: readonly PageAt[]): Promise<KnownText[]> {
  const names = pages.map(({ page }) => nameOfPage(page));
  const paths = pages.map(({ path }) => path);
  const { rows } = await db.execute<KnownText>(sql`
    select given.place, a.source_address as address, e.body_text as text
    from unnest(${sql.param(names)}::text[], ${sql.param(paths)}::text[]) with ordinality as given (name, path, place)
    cross join lateral (
      (select id from article where source_address = given.name)
      union
      (select id from article where source_address > given.name and source_address < given.name || 'g'
        and starts_with(source_address, given.name || ':') limit 20)
      union
      (select article_id from import_item where path = given.path and article_id is not null order by run_id desc limit 1)
    ) found
    join article a on a.id = found.id join edition e on e.article_id = a.id and e.original
    where starts_with(a.source_address, 'file:') order by given.place, found.id`);
  return rows;
}

/** Which part of the shorter text's four-character pieces the other one has too. */
export function overlap(one: string, other: string): number {
  const [shorter, longer] = [piecesOf(one), piecesOf(other)].sort((a, b) => a.size - b.size);
  if (!shorter || !longer || shorter.size === 0) return one === other ? 1 : 0;
  return [...shorter].filter((piece) => longer.has(piece)).length / shorter.size;
}

function piecesOf(text: string): Set<string> {
  const plain = text.slice(0, 8_000).replace(/\s+/g, '');
  return new Set(Array.from({ length: Math.max(0, plain.length - 3) }, (_, at) => plain.slice(at, at + 4)));
}
