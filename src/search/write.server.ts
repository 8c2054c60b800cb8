import { and, eq, inArray, sql } from 'drizzle-orm';
import { dateOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import { normalise } from '#text/normalise.ts';
import { segmenter } from '#text/segment.server.ts';
import { inSentences, type Entry, type Kind } from './entry.ts';
import { namesOf, termsOf } from './lexemes.server.ts';
import { keysOf } from './names.server.ts';
import { searchEntries } from './tables.server.ts';

const rowsAtOnce = 500;
/** What a search looks through and shows a piece of; the record keeps the rest. */
const longestBody = 20_000;

/** Makes records findable, or renews what is known of them. An entry replaces the one of the same kind, id and language. */
export async function putEntries(tx: Tx, entries: readonly Entry[]): Promise<void> {
  const latest = [...new Map(entries.map((entry) => [`${entry.kind} ${entry.id} ${entry.lang}`, entry])).values()];
  for (let start = 0; start < latest.length; start += rowsAtOnce) {
    await putSome(tx, latest.slice(start, start + rowsAtOnce));
  }
}

async function putSome(tx: Tx, entries: readonly Entry[]): Promise<void> {
  // The text of what follows may name them.
  segmenter().add(
    entries
      .filter(({ kind }) => !inSentences.includes(kind))
      .flatMap(namesOf)
      .filter((name) => name.length > 2),
  );
  const [kindsOf, ids, langs] = [entries.map((e) => e.kind), entries.map((e) => e.id), entries.map((e) => e.lang)];
  await tx.execute(sql`
    delete from search_entry using unnest(${sql.param(kindsOf)}::text[], ${sql.param(ids)}::text[], ${sql.param(langs)}::text[])
      as given (kind, record, lang)
    where search_entry.kind = given.kind and search_entry.record = given.record and search_entry.lang = given.lang`);
  const made = await insertRows(tx, entries.map(rowFor));
  const idOf = new Map(made.map((row) => [`${row.kind} ${row.record} ${row.lang}`, row.id]));
  const names = entries.flatMap((entry) => {
    const id = idOf.get(`${entry.kind} ${entry.id} ${entry.lang}`);
    return id === undefined ? [] : keysOf(entry).map((key) => ({ entry: id, ...key }));
  });
  // Arrays, because a name has four values and a bulk load a hundred thousand names.
  await tx.execute(sql`
    insert into search_name (entry, key, name, distance)
    select * from unnest(${sql.param(names.map((one) => one.entry))}::bigint[], ${sql.param(names.map((one) => one.key))}::text[],
      ${sql.param(names.map((one) => one.name))}::text[], ${sql.param(names.map((one) => one.distance))}::smallint[])`);
}

/** One parameter for all rows: building a statement with ten thousand of them takes longer than running it. */
async function insertRows(tx: Tx, rows: readonly (typeof searchEntries.$inferInsert)[]) {
  const { rows: made } = await tx.execute<{ id: string; kind: Kind; record: string; lang: Lang }>(sql`
    insert into search_entry (kind, record, lang, path, title, body, folded, zone, province, city, column_slug, industries,
      year, at, sample, standing, words, terms)
    select kind, record, lang, path, title, body, folded, zone, province, city, "columnSlug", industries,
      year, at, sample, standing, words, terms
    from json_to_recordset(${JSON.stringify(rows)}::json) as row (kind text, record text, lang text, path text, title text,
      body text, folded text, zone text, province text, city text, "columnSlug" text, industries text[], year smallint,
      at timestamptz, sample boolean, standing real, words integer, terms tsvector)
    returning id, kind, record, lang`);
  return made.map((row) => ({ ...row, id: Number(row.id) }));
}

/** Takes records out of search, in every language. */
export async function removeEntries(tx: Tx, kind: Kind, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  await tx.delete(searchEntries).where(and(eq(searchEntries.kind, kind), inArray(searchEntries.record, [...ids])));
}

/** The row for an entry. */
export function rowFor(given: Entry): typeof searchEntries.$inferInsert {
  const entry = { ...given, title: storable(given.title), body: storable(given.body).slice(0, longestBody) };
  const { kind, id, lang, path, title, body, zone, province, city, column, date } = entry;
  // Lower case beyond ASCII is not the same on every server, so it counts as folding.
  const plain = `${title}\n${body}`.replace(/[A-Z]+/g, (letters) => letters.toLowerCase());
  const folded = normalise(plain);
  return {
    ...{ kind, record: id, lang, path, title, body, zone, province, city },
    folded: folded === plain.replace(/\s+/gu, ' ').trim() ? null : folded,
    columnSlug: column,
    industries: [...(entry.industries ?? [])],
    year: date && Number(dateOf(date).slice(0, 4)),
    at: date,
    sample: entry.sample ?? false,
    standing: entry.standing ?? 0.5,
    ...termsOf(entry, folded),
  };
}

/** PostgreSQL keeps no NUL and no half characters. */
function storable(text: string): string {
  return text.replaceAll('\0', '').toWellFormed();
}
