import { commandLine } from '#accounts/actor.ts';
import { sql } from 'drizzle-orm';
import { drizzle } from 'drizzle-orm/node-postgres';
import type { Database, Db } from '#platform/database.server.ts';
import type { Entry } from '#search/entry.ts';
import { findHits } from '#search/read.server.ts';
import { putEntries } from '#search/write.server.ts';
import { suggest } from '#search/suggest.server.ts';
import { withDatabase } from './database.ts';
import { percentile, type Bench, type Figure } from './report.ts';
import { entries, readTexts, type Texts } from './search-data.ts';
import { queriesFor, type BenchQuery } from './search-queries.ts';

const sizes = (process.env['BENCH_SIZES'] ?? '5000,100000,1000000').split(',').map(Number);
const each = 20;
const atOnce = 2_000;

/** How long a search takes, with its facets and snippets, as the index grows. */
export const bench: Bench = async ({ dir }) => {
  const texts = await readTexts(dir);
  const queries = queriesFor(texts, each);
  return withDatabase(async (database, postgres) => {
    const figures: Figure[] = [];
    const reference: Figure[] = [];
    let size = 0;
    for (const next of sizes) {
      await grow(database, texts, { from: size, until: next });
      size = next;
      figures.push(...(await writing(database, texts, size)), ...(await searching(database, queries, size)));
      reference.push(...(await substring(database, queries, size)));
    }
    return {
      postgres,
      dataset: `${sizes.map((one) => one.toLocaleString('en')).join(', ')} entries: ${texts.titles.length.toLocaleString('en')} titles ${dir ? `from ${dir}` : '(invented: no --dir)'}, further ones from halves of two; bodies of 1 to 3 sentences, 1 % of 20; ${queries.length} queries of ${new Set(queries.map((query) => query.kind)).size} kinds, each with facets and snippets`,
      figures,
      reference: {
        what: "ILIKE '%word%' on title and body of the same table, newest 20, no facets, no ranking (sampled)",
        figures: reference,
      },
      notes: [
        'Facets and totals are exact up to about a thousand rows and count the newest of them beyond that, which the page says.',
      ],
    };
  });
};

/** Bulk load as a restore would: rows first, index after. */
async function grow(database: Database, texts: Texts, { from, until }: { from: number; until: number }): Promise<void> {
  await database.pool.query('drop index if exists search_entry_terms');
  const all = entries(texts, from, until);
  const worker = async () => {
    for (let batch = take(all); batch.length > 0; batch = take(all)) await put(database, batch);
  };
  await Promise.all([worker(), worker()]);
  const client = await database.pool.connect();
  await client.query('set statement_timeout = 0');
  await client.query(
    'create index search_entry_terms on search_entry using gin (terms) with (fastupdate = on, gin_pending_list_limit = 1024)',
  );
  await client.query('vacuum (analyze) search_entry');
  client.release(true);
}

async function put(database: Database, batch: readonly Entry[]): Promise<void> {
  await database.inTransaction(commandLine, (tx) => putEntries(tx, batch));
}

/** By hand: `Iterator.take` would close the generator. */
function take(all: Generator<Entry>): Entry[] {
  const batch: Entry[] = [];
  while (batch.length < atOnce) {
    const next = all.next();
    if (next.done) break;
    batch.push(next.value);
  }
  return batch;
}

/** Entries a second with the index in place, as an import writes them: rewritten, so the size stays. */
async function writing(database: Database, texts: Texts, size: number): Promise<Figure[]> {
  const batch = [...entries(texts, size - atOnce, size)];
  const started = performance.now();
  await put(database, batch);
  const rate = (batch.length / (performance.now() - started)) * 1000;
  const { rows } = await database.pool.query<{ bytes: string }>(
    "select pg_total_relation_size('search_entry') as bytes",
  );
  return [
    { name: `${name(size)}: entries written a second`, value: Math.round(rate), unit: '/s' },
    { name: `${name(size)}: table and index`, value: Math.round(Number(rows[0]?.bytes) / 2 ** 20), unit: 'MB' },
  ];
}

interface Timed {
  readonly kind: string;
  readonly ms: number;
  readonly total: number;
}

async function searching({ pool }: Database, queries: readonly BenchQuery[], size: number): Promise<Figure[]> {
  // A handle of its own: what is known of the terms is kept for a minute, and the table has just grown.
  const db = drizzle(pool);
  const warm = queries.filter((_, place) => place % 4 === 0);
  for (const { text, filters = {} } of warm) await findHits(db, { text, filters, lang: 'zh' });
  const times: Timed[] = [];
  for (const { kind, text, filters = {} } of queries) {
    const started = performance.now();
    const { total } = await findHits(db, { text, filters, lang: 'zh' });
    times.push({ kind, ms: performance.now() - started, total });
  }
  return [...speeds(times, size), await suggesting(db, queries, size)];
}

function speeds(times: readonly Timed[], size: number): Figure[] {
  const all = times.map(({ ms }) => ms);
  const p95 = percentile(all, 0.95);
  const gate = size >= 1_000_000 ? { target: '< 50 ms', reached: p95 < 50 } : {};
  const kinds = [...Map.groupBy(times, ({ kind }) => kind)].map(([kind, of]) => {
    const ms = of.map((one) => one.ms);
    const found = of.filter(({ total }) => total > 0).length;
    return {
      name: `${name(size)}:   ${kind}, p95`,
      value: percentile(ms, 0.95),
      unit: `ms (${found} of ${of.length} find something)`,
    };
  });
  return [
    { name: `${name(size)}: all queries, p50`, value: percentile(all, 0.5), unit: 'ms' },
    { name: `${name(size)}: all queries, p95`, value: p95, unit: 'ms', ...gate },
    { name: `${name(size)}: all queries, p99`, value: percentile(all, 0.99), unit: 'ms' },
    ...kinds,
  ];
}

async function suggesting(db: Db, queries: readonly BenchQuery[], size: number): Promise<Figure> {
  const typing: number[] = [];
  for (const { text } of queries.filter(({ kind }) => kind === 'zone name' || kind === 'pinyin')) {
    const started = performance.now();
    await suggest(db, text.slice(0, 3), 'zh');
    typing.push(performance.now() - started);
  }
  return { name: `${name(size)}: suggestions, p95`, value: percentile(typing, 0.95), unit: 'ms' };
}

async function substring({ db }: Database, queries: readonly BenchQuery[], size: number): Promise<Figure[]> {
  const sample = queries.filter(({ kind }, place) => place % 10 === 0 && !kind.includes('zone') && kind !== 'pinyin');
  const times: number[] = [];
  for (const { text } of sample) {
    const like = `%${text.replace(/ .*$|"/g, '')}%`;
    const started = performance.now();
    await db.execute(
      sql`select id from search_entry where title ilike ${like} or body ilike ${like} order by at desc nulls last limit 20`,
    );
    times.push(performance.now() - started);
  }
  return [
    { name: `${name(size)}: ${times.length} queries, p50`, value: percentile(times, 0.5), unit: 'ms' },
    { name: `${name(size)}: ${times.length} queries, p95`, value: percentile(times, 0.95), unit: 'ms' },
  ];
}

function name(size: number): string {
  return size >= 1_000_000 ? `${size / 1_000_000} M` : `${size / 1000} k`;
}
