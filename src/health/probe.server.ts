import { lt, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { langs } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { fetchGuarded } from '#platform/fetch.server.ts';
import type { Services } from '#platform/services.server.ts';
import { thresholds, type PageFacts } from './health.ts';
import { pageProbes } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'probe-pages': Record<string, never>;
  }
}

/** What an inspector opens first. */
const paths = langs.flatMap((lang) =>
  ['', '/news', '/zones', '/search?q=2024', '/contact'].map((path) => `/${lang}${path}`),
);

/** Opens some pages of this site at its public address and notes how long each took. */
export async function probePages({ config, database }: Pick<Services, 'config' | 'database'>): Promise<void> {
  const { host, hostname, port } = new URL(config.origin);
  // Its own address is the one place inside that it may always ask.
  const rules = { ...config.fetch, allow: [...config.fetch.allow, port === '' ? hostname : host] };
  const rows: (typeof pageProbes.$inferInsert)[] = [];
  for (const path of paths) {
    const began = performance.now();
    const limit = thresholds.slowMilliseconds;
    const times = { totalMilliseconds: limit, idleMilliseconds: limit };
    const answer = await fetchGuarded({ address: config.origin + path, types: ['text/html'], ...times }, rules);
    rows.push({ path, milliseconds: answer.ok ? Math.round(performance.now() - began) : null });
  }
  await database.inTransaction(theSystem, async (tx) => {
    await tx.insert(pageProbes).values(rows);
    await tx.delete(pageProbes).where(lt(pageProbes.at, sql`now() - interval '30 days'`));
  });
}

/** The last week of each page. */
export async function pageFacts(db: Db): Promise<PageFacts[]> {
  const { rows } = await db.execute<{ path: string; probes: number; missed: number; p95: number | null }>(sql`
    select path, count(*)::int as probes, (count(*) - count(milliseconds))::int as missed,
      percentile_disc(0.95) within group (order by milliseconds) as p95
    from page_probe where at > now() - interval '7 days' group by path order by path`);
  return rows.map(({ path, probes, missed, p95 }) => ({ path, probes, missed, p95 }));
}
