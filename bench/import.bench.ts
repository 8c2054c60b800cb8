import { mkdtemp, readdir, readFile, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { parse } from 'parse5';
import { commandLine } from '#accounts/actor.ts';
import { loadReference } from '#importers/reference.server.ts';
import { importPaths } from '#importers/run.server.ts';
import type { Database } from '#platform/database.server.ts';
import { withDatabase } from './database.ts';
import { writePages } from './import-pages.ts';
import type { Bench, Figure } from './report.ts';

const pages = Number(process.env['YUANLIAN_BENCH_PAGES'] ?? 6000);

interface Sample {
  readonly done: number;
  readonly megabytes: number;
}

/** How fast pages become articles, whether memory stays flat, and how fast the same files are only parsed. */
export const bench: Bench = async () => {
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-import-bench-'));
  try {
    await writePages(folder, pages);
    return await withDatabase(async (database, postgres) => {
      await database.inTransaction(commandLine, (tx) =>
        loadReference(tx, commandLine, join(import.meta.dirname, '../reference')),
      );
      const first = await measure(database, folder);
      const again = await measure(database, folder);
      const { bytes, rate } = await onlyParse(folder);
      return {
        dataset: `${pages} HTML files of three shapes, ${(bytes / pages / 1024).toFixed(0)} KB each on average`,
        postgres,
        figures: [...first.figures, { name: 'the same files again (unchanged)', value: again.rate, unit: 'files/s' }],
        reference: {
          what: 'the same files read and parsed by parse5 in one process, nothing else',
          figures: [{ name: 'parsed', value: rate, unit: 'files/s' }],
        },
      };
    });
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
};

async function measure(database: Database, folder: string): Promise<{ rate: number; figures: Figure[] }> {
  const samples: Sample[] = [];
  let done = 0;
  const look = () => void samples.push({ done, megabytes: process.memoryUsage().rss / 2 ** 20 });
  const watch = setInterval(look, 250);
  const before = process.cpuUsage();
  const start = performance.now();
  const outcome = await importPaths(database, commandLine, {
    paths: [folder],
    defaults: {},
    onItem: () => void (done += 1),
  });
  const seconds = (performance.now() - start) / 1000;
  const { user, system } = process.cpuUsage(before);
  clearInterval(watch);
  look();
  if (!outcome.ok) throw new Error('the import was refused');
  const { counts } = outcome.value;
  const rate = done / seconds;
  const halfway = mean(samples.filter((one) => one.done > done * 0.4 && one.done <= done * 0.6));
  const end = mean(samples.filter((one) => one.done > done * 0.8));
  const growth = end / halfway;
  return {
    rate,
    figures: [
      {
        name: 'published',
        value: counts.imported,
        unit: 'articles',
        target: `${pages}`,
        reached: counts.imported === pages,
      },
      { name: 'imported and stored', value: rate, unit: 'articles/s', target: '>= 200', reached: rate >= 200 },
      {
        name: 'processor time here, without readers and PostgreSQL',
        value: (user + system) / 1000 / done,
        unit: 'ms/article',
      },
      { name: 'memory, most', value: Math.max(...samples.map((one) => one.megabytes)), unit: 'MB' },
      { name: 'memory halfway', value: halfway, unit: 'MB' },
      { name: 'memory at the end / halfway', value: growth, unit: '', target: '<= 1.15', reached: growth <= 1.15 },
    ],
  };
}

function mean(samples: readonly Sample[]): number {
  return samples.reduce((sum, one) => sum + one.megabytes, 0) / Math.max(1, samples.length);
}

async function onlyParse(folder: string): Promise<{ bytes: number; rate: number }> {
  const names = (await readdir(folder, { recursive: true })).filter((name) => name.endsWith('.html'));
  let bytes = 0;
  const start = performance.now();
  for (const name of names) {
    const path = join(folder, name);
    parse(await readFile(path, 'utf8'));
    bytes += (await stat(path)).size;
  }
  return { bytes, rate: names.length / ((performance.now() - start) / 1000) };
}
