import { join } from 'node:path';
import { openStorage } from '#platform/storage-open.server.ts';
import { systemClock } from '#platform/clock.ts';
import { readConfig, type Config } from '#platform/config.ts';
import { EnvironmentProblem, exitCodes } from '#platform/environment.ts';
import { flushLog, log } from '#platform/log.server.ts';
import { releaseStartMemory } from '#platform/memory.server.ts';
import { asEnvironmentProblem } from '#platform/refusals.ts';
import { SiteMemory } from '#platform/site-memory.ts';
import { listenForChanges } from '#platform/changed-listener.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { openStore } from '#platform/store.server.ts';
import { terminalLang } from '#platform/terminal.ts';
import { startWorker } from '#platform/worker.server.ts';
import { siteNow } from '#settings/read.server.ts';
import { segmenter } from '#text/segment.server.ts';
import { zoneNames } from '#zones/read.server.ts';
import { handlers, schedulesOf } from './jobs.server.ts';

const migrations = join(import.meta.dirname, '../migrations');
const drainMs = 20_000;

/** What has been started, however far it came; stopped last first. */
const stop: (() => Promise<void>)[] = [];
let ending: Promise<void> | undefined;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(exitCodes.ok));
process.on('unhandledRejection', (err) => log.error({ err }, 'a promise failed and nobody was waiting for it'));
process.on('uncaughtException', (err) => {
  log.fatal({ err }, 'the worker stops after an error that nothing caught');
  void end(exitCodes.someRefused);
});
// The web process that started us is gone, even where it was killed without a chance to say so.
process.on('disconnect', () => void end(exitCodes.ok));
await start().catch((error: unknown) => end(complain(error)));

async function start(): Promise<void> {
  const config = readConfig(process.env);
  if (config.ok) return work(config.value);
  for (const { says } of config.problems) say(says);
  return end(exitCodes.usage);
}

async function work(config: Config): Promise<void> {
  const store = await openStore(config, migrations);
  stop.push(() => store.close());
  // Each job in hand may hold a connection for as long as it takes.
  const database = openDatabase(store.url, 16);
  stop.push(() => database.close());
  // What jobs write is found by the same words as what people write.
  segmenter().add(await zoneNames(database.db));
  const memory = await rememberSite(store.url, database);
  // A backup is the owner's, and finds the embedded server there too.
  const services = {
    config: { ...config, databaseUrl: store.ownerUrl },
    get site() {
      return memory.known;
    },
    database,
    files: openStorage(config.files),
    now: systemClock,
  };
  const worker = await startWorker({ url: store.ownerUrl, services, handlers, schedules: schedulesOf(config), log });
  stop.push(() => worker.stop(drainMs));
  log.info('the worker takes jobs');
  process.send?.('ready');
  releaseStartMemory();
}

/** Letters carry the name of the site: it is read again as soon as it changes. */
async function rememberSite(url: string, database: Database): Promise<SiteMemory> {
  const memory = new SiteMemory(await siteNow(database.db), () => siteNow(database.db));
  const renew = () => {
    memory.forget();
    memory.current().catch((err: unknown) => log.error({ err }, 'the settings of the site could not be read'));
  };
  const listener = listenForChanges(url, {
    changed: (tags) => (tags.includes('site') ? renew() : undefined),
    missed: renew,
  });
  stop.push(() => listener.end());
  return memory;
}

function complain(thrown: unknown): number {
  const error = asEnvironmentProblem(thrown, process.env['YUANLIAN_DATA'] ?? 'data');
  if (error instanceof EnvironmentProblem) {
    say(error.says);
    return exitCodes.environment;
  }
  log.fatal({ err: error }, 'the worker did not start');
  return exitCodes.someRefused;
}

function end(code: number): Promise<void> {
  ending ??= finish(code);
  return ending;
}

async function finish(code: number): Promise<void> {
  for (const part of stop.reverse()) {
    await part().catch((err: unknown) => log.error({ err }, 'the worker did not stop cleanly'));
  }
  flushLog();
  process.exit(code);
}

function say(text: Readonly<Record<'zh' | 'en', string>>): void {
  process.stderr.write(`${text[terminalLang(process.env)]}\n`);
}
