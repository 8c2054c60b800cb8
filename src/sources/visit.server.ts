import { setTimeout as sleep } from 'node:timers/promises';
import { eq, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import { fetchGuarded, type FetchOutcome, type FetchRequest } from '#platform/fetch.server.ts';
import { refused, type Outcome, done } from '#platform/outcome.ts';
import type { Services } from '#platform/services.server.ts';
import { robotsFrom, type Robots } from './robots.ts';
import { visitedHosts } from './tables.server.ts';

/** What visiting other sites needs; tests wait less. */
export interface Visiting extends Pick<Services, 'config' | 'database' | 'now'> {
  readonly pauseMilliseconds?: number;
}

const usualPause = 2_000;
const robotsLiveHours = 24;

/** Fetches like a good guest: only what robots.txt allows, and one request at a time for each site, with a pause. */
export async function visit(visiting: Visiting, request: FetchRequest): Promise<FetchOutcome> {
  const url = URL.parse(request.address);
  if (!url) return fetchGuarded(request, visiting.config.fetch);
  const robots = await robotsOf(visiting, url);
  if (!robots.ok) return robots;
  if (!robots.value.mayRead(url.href)) return refused({ says: words.robots });
  await waitForTurn(visiting, url.host, robots.value.pauseSeconds * 1000);
  return fetchGuarded(request, visiting.config.fetch);
}

/** Turns are given out by the database, so that two workers are as polite as one. */
async function waitForTurn({ database, pauseMilliseconds }: Visiting, host: string, asked: number): Promise<void> {
  const pause = sql`${Math.max(pauseMilliseconds ?? usualPause, asked)} * interval '1 millisecond'`;
  const { rows } = await database.inTransaction(theSystem, (tx) =>
    tx.execute<{ wait: number }>(sql`
      insert into visited_host (host, next_turn_at) values (${host}, now() + ${pause})
      on conflict (host) do update set next_turn_at = greatest(visited_host.next_turn_at, now()) + ${pause}
      returning (extract(epoch from next_turn_at - ${pause} - now()) * 1000)::int as wait`),
  );
  await sleep(Math.max(0, rows[0]?.wait ?? 0));
}

async function robotsOf(visiting: Visiting, url: URL): Promise<Outcome<Robots>> {
  const known = await knownRobots(visiting, url.host);
  if (known !== undefined) return done(robotsFrom(known));
  const read = await readRobots(visiting, url);
  if (!read.ok) return read;
  const { database, now } = visiting;
  const robots = { robots: read.value, robotsReadAt: now() };
  await database.inTransaction(theSystem, (tx) =>
    tx
      .insert(visitedHosts)
      .values({ host: url.host, ...robots })
      .onConflictDoUpdate({ target: visitedHosts.host, set: robots }),
  );
  return done(robotsFrom(read.value));
}

async function knownRobots({ database, now }: Visiting, host: string): Promise<string | undefined> {
  const rows = await database.inTransaction(theSystem, (tx) =>
    tx.select().from(visitedHosts).where(eq(visitedHosts.host, host)),
  );
  const [row] = rows;
  const isFresh = row?.robotsReadAt && now().getTime() - row.robotsReadAt.getTime() < robotsLiveHours * 3_600_000;
  return isFresh ? (row.robots ?? '') : undefined;
}

/** A site without the file forbids nothing; one that fails to answer may forbid everything, so it is left alone. */
async function readRobots({ config }: Visiting, url: URL): Promise<Outcome<string>> {
  const address = new URL('/robots.txt', url).href;
  const answer = await fetchGuarded({ address, maxBytes: 1_000_000, totalMilliseconds: 10_000 }, config.fetch);
  if (answer.ok) return done(clean(answer.value.body.toString('utf8')));
  return isMissing(answer.status) ? done('') : answer;
}

function isMissing(status: number | undefined): boolean {
  return status !== undefined && status >= 400 && status < 500 && status !== 429;
}

function clean(text: string): string {
  return text
    .slice(0, 512 * 1024)
    .replaceAll('\u0000', '')
    .toWellFormed();
}
