import { commandLine } from '#accounts/actor.ts';
import { fork } from 'node:child_process';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { openDatabase } from '#platform/database.server.ts';
import { joinEmbedded } from '#platform/embedded-use.server.ts';
import type { Load } from './load-client.ts';
import type { Bench, Figure } from './report.ts';
import { load, memoryOf, startSite, withDataFolder, type Site } from './site.ts';

const connections = 16;
const milliseconds = 6_000;
/** Until what is asked again and again is compiled, and the worker that started beside the site is done with its first jobs. */
const warmingUp = 6_000;
const articles = 400;

/** Articles and lists over 500 addresses, kept and not kept, beside a bare node:http server with the same bytes. */
export const bench: Bench = () =>
  withDataFolder(async (folder) => {
    const first = await startSite(folder);
    const paths = await fill(folder);
    const kept = await measureKept(first, paths);
    await first.stop();
    const second = await startSite(folder, { YUANLIAN_PAGE_CACHE_MB: '0' });
    await load({ port: second.port, paths, connections, milliseconds: warmingUp });
    const fresh = await load({ port: second.port, paths, connections, milliseconds });
    await second.stop();
    return {
      dataset: `${articles} articles and ${paths.length - articles} lists, ${connections} connections, ${milliseconds / 1000} s a run after ${warmingUp / 1000} s of the same, brotli`,
      figures: figures(kept, fresh),
      reference: { what: 'node:http alone, the same bytes and headers', figures: figuresOf('bare', kept.bare) },
      notes: kept.failed + fresh.failed > 0 ? [`${kept.failed + fresh.failed} answers were not 200`] : [],
    };
  });

function figures(kept: Kept, fresh: Load): Figure[] {
  const share = kept.site.perSecond / kept.bare.perSecond;
  return [
    ...figuresOf('kept', kept.site),
    { name: 'kept, as a share of bare', value: share, unit: '', target: '≥ 0.7', reached: share >= 0.7 },
    {
      name: 'memory of the web process after',
      value: kept.memory,
      unit: 'MB',
      target: '< 300',
      reached: kept.memory < 300,
    },
    { ...rate('cache off', fresh), target: '≥ 1,000', reached: fresh.perSecond >= 1_000 },
    { name: 'cache off, p50', value: fresh.p50, unit: 'ms' },
    { name: 'cache off, p99', value: fresh.p99, unit: 'ms', target: '< 60', reached: fresh.p99 < 60 },
  ];
}

const rate = (name: string, measured: Load): Figure => ({ name, value: measured.perSecond, unit: 'requests/s' });

function figuresOf(name: string, measured: Load): Figure[] {
  return [
    rate(name, measured),
    { name: `${name}, p50`, value: measured.p50, unit: 'ms' },
    { name: `${name}, p99`, value: measured.p99, unit: 'ms' },
  ];
}

interface Kept {
  readonly site: Load;
  readonly bare: Load;
  readonly memory: number;
  readonly failed: number;
}

/** In turns, so that whatever else the machine does falls on both. */
async function measureKept(site: Site, paths: readonly string[]): Promise<Kept> {
  const bare = await startBare(site.port, paths);
  const run = (port: number) => load({ port, paths, connections, milliseconds });
  await load({ port: site.port, paths, connections, milliseconds: warmingUp });
  const turns = [await run(site.port), await run(bare.port), await run(bare.port), await run(site.port)] as const;
  const memory = await memoryOf(site.pid);
  bare.stop();
  const [one, two, three, four] = turns;
  const failed = turns.reduce((sum, turn) => sum + turn.failed, 0);
  return { site: mean(one, four), bare: mean(two, three), memory, failed };
}

function mean(one: Load, other: Load): Load {
  const of = (name: keyof Load) => (one[name] + other[name]) / 2;
  return { perSecond: of('perSecond'), p50: of('p50'), p99: of('p99'), failed: of('failed'), bytes: of('bytes') };
}

async function startBare(port: number, paths: readonly string[]) {
  const answers = [];
  for (const path of paths) answers.push(await answerOf(port, path));
  const server = fork(join(import.meta.dirname, 'bare-server.ts'));
  const listening = new Promise<number>((resolve) => server.once('message', (message) => resolve(message as number)));
  server.send(answers);
  return { port: await listening, stop: () => void server.kill() };
}

async function answerOf(port: number, path: string) {
  const { request } = await import('node:http');
  return new Promise<{ path: string; headers: string[]; body: string }>((resolve, reject) => {
    const headers = { 'accept-encoding': 'gzip, deflate, br', accept: 'text/html' };
    request({ port, host: '127.0.0.1', path, headers }, (response) => {
      const chunks: Buffer[] = [];
      response.on('data', (chunk: Buffer) => chunks.push(chunk));
      response.on('end', () => {
        const own = new Set(['date', 'connection', 'keep-alive']);
        const pairs = Object.entries(response.headers).filter(([name]) => !own.has(name));
        resolve({
          path,
          headers: pairs.flatMap(([name, value]) => [name, String(value)]),
          body: Buffer.concat(chunks).toString('base64'),
        });
      });
    })
      .on('error', reject)
      .end();
  });
}

/** Copies of the sample articles, each with its own title and day, and the lists they appear in. */
async function fill(folder: string): Promise<string[]> {
  const joined = await joinEmbedded(folder);
  const database = openDatabase(joined.url, 1);
  const ids = await database.inTransaction(commandLine, async (tx) => {
    const made = await tx.execute<{ id: string; of: string }>(sql`
      with source as (select row_number() over (order by id) as place, * from article where state = 'published'),
      made as (
        insert into article (state, column_slug, zone_code, city_code, province_code, published_at, first_published_at, sample, source_address)
        select 'published', s.column_slug, s.zone_code, s.city_code, s.province_code, now() - n * interval '1 day', now(), true,
          'bench:' || n || ':' || s.id
        from generate_series(1, ${articles}::int) n
          join source s on s.place = 1 + n % (select count(*) from source)
        returning id, source_address)
      select id, split_part(source_address, ':', 3) as of from made`);
    await tx.execute(sql`
      insert into edition (article_id, lang, title, summary, source, keywords, body, body_text, original, made_how)
      select a.id, e.lang, e.title || ' ' || a.id, e.summary, e.source, e.keywords, e.body, e.body_text, e.original, e.made_how
      from article a join edition e on e.article_id = split_part(a.source_address, ':', 3)::bigint
      where a.source_address like 'bench:%' and e.original`);
    return made.rows.map((row) => row.id);
  });
  await database.close();
  await joined.leave();
  const years = Array.from({ length: 10 }, (_, back) => new Date().getFullYear() - back);
  const columns = ['', 'text', 'picture', 'investment', 'notices'];
  const lists = years.flatMap((year) =>
    columns.flatMap((column) => ['zh', 'en'].map((lang) => list(lang, year, column))),
  );
  return [...ids.map((id) => `/zh/news/${id}`), ...lists];
}

function list(lang: string, year: number, column: string): string {
  return `/${lang}/news?${column === '' ? '' : `column=${column}&`}year=${year}`;
}
