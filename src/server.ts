import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import type { RequestListener, Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { commandLine } from '#accounts/actor.ts';
import { firstOperatorLink } from '#accounts/operator-link.server.ts';
import { startWords as words } from '#language/words/start.ts';
import type { TwoText } from '#language/lang.ts';
import { referenceSteps, sampleSteps } from '#operations/load-steps.server.ts';
import { isDue } from '#operations/load.server.ts';
import { systemClock } from '#platform/clock.ts';
import { listenForChanges } from '#platform/changed-listener.server.ts';
import { readConfig, type Config } from '#platform/config.ts';
import { EnvironmentProblem, exitCodes } from '#platform/environment.ts';
import { answerWith } from '#platform/http.server.ts';
import { keepEmbedded, type Keeper } from '#platform/keeper.server.ts';
import { loadKit, type Kit } from '#platform/kit.server.ts';
import { drain, listen } from '#platform/listen.server.ts';
import { flushLog, log } from '#platform/log.server.ts';
import { releaseStartMemory } from '#platform/memory.server.ts';
import { makeMetrics } from '#platform/metrics.server.ts';
import { newestMigration } from '#platform/migrate.server.ts';
import { Pages } from '#platform/pages.server.ts';
import { isSchemaCurrent } from '#platform/readiness.server.ts';
import { securityHeaders } from '#platform/security-headers.ts';
import { sendText } from '#platform/send.server.ts';
import { asEnvironmentProblem } from '#platform/refusals.ts';
import { passOn } from '#platform/heard.ts';
import { beginSite } from '#settings/write.server.ts';
import { readStaticFiles } from '#platform/static-files.server.ts';
import { openStorage } from '#platform/storage-open.server.ts';
import { openStore, type Store } from '#platform/store.server.ts';
import { terminalLang } from '#platform/terminal.ts';
import { watchWorker } from '#platform/worker-child.server.ts';

const root = join(import.meta.dirname, '..');
const migrations = join(root, 'migrations');
const drainMs = 10_000;
/** A little longer than the worker gives its own jobs. */
const workerDrainMs = 25_000;

/** What has been started, however far it came, is stopped in this order: no new requests first, the database last. */
const parts = ['http', 'worker', 'changes', 'database', 'embedded'] as const;
const stop = new Map<(typeof parts)[number], () => Promise<void>>();
let ending: Promise<void> | undefined;

for (const signal of ['SIGTERM', 'SIGINT', 'SIGHUP'] as const) process.on(signal, () => void end(exitCodes.ok));
process.on('unhandledRejection', (err) => log.error({ err }, 'a promise failed and nobody was waiting for it'));
process.on('uncaughtException', (err) => {
  log.fatal({ err }, 'stopping after an error that nothing caught');
  void end(exitCodes.someRefused);
});
// The program that started us is gone, even where it was killed without a chance to say so.
process.on('disconnect', () => void end(exitCodes.ok));
await start().catch((error: unknown) => end(complain(error)));

async function start(): Promise<void> {
  const config = settings();
  if (config === undefined) return end(exitCodes.usage);
  // First of all the port: when it is taken, nothing else has been touched.
  let answer: RequestListener = notYet(config);
  const server = await listen(config, (request, response) => answer(request, response));
  stop.set('http', () => drain(server, drainMs));
  await openStorage(config.files).check();
  const store = await openStore(config, migrations);
  stop.set('database', () => store.database.close());
  stop.set('embedded', async () => store.embedded?.leave());
  await keep(config, store);
  await settleSite(config, store);
  await loadContent(config, store);
  process.env['DATABASE_URL'] = store.url;
  const kit = await loadKit({ buildFolder: join(root, 'build'), ...config });
  answer = await answerFrom(config, store, kit);
  await announce(config, store, server);
  if (config.runsWorker) beginWork(store);
  releaseStartMemory();
}

function settings(): Config | undefined {
  const config = readConfig(process.env);
  if (config.ok) return config.value;
  for (const problem of config.problems) say(problem.says, process.stderr);
  return undefined;
}

function notYet(config: Config): RequestListener {
  const headers = securityHeaders(config.origin);
  return (request, response) => {
    const isAlive = request.url === '/healthz';
    const text = isAlive ? 'ok\n' : `${words.starting.zh}\n${words.starting.en}\n`;
    sendText(response, isAlive ? 200 : 503, { text, headers: [...headers, ['retry-after', '3']] });
  };
}

/** Jobs are done in a process of their own, so that no reader waits for them. */
function beginWork({ ownerUrl }: Store): void {
  const worker = watchWorker({ script: join(root, 'src/worker.ts'), env: { DATABASE_URL: ownerUrl } }, log);
  stop.set('worker', () => worker.leave(workerDrainMs));
}

/** From here on the embedded database belongs to this process, which also brings it back. */
async function keep(config: Config, { embedded }: Store): Promise<void> {
  if (!embedded) return;
  const keeper: Keeper = await keepEmbedded(config.dataFolder, embedded, log);
  stop.set('embedded', () => keeper.leave());
}

/** A wrong `site.json` is said before anything is shown; once it has been taken over, the file no longer counts. */
async function settleSite({ dataFolder }: Config, { database }: Store): Promise<void> {
  const site = await beginSite(database, dataFolder);
  const [wrong] = site.ok ? [] : site.problems;
  if (wrong) throw new EnvironmentProblem(wrong.says);
}

/** In a process of its own: reading the reference data takes memory that this one would keep for as long as it serves. */
async function loadContent(config: Config, { database }: Store): Promise<void> {
  const steps = config.sample ? [...referenceSteps, ...sampleSteps] : referenceSteps;
  if (!(await isDue(database, steps, root))) return;
  const seed = spawn(process.execPath, [join(root, 'cli/yuanlian.ts'), 'seed'], {
    stdio: ['ignore', 'inherit', 'inherit'],
  });
  const [code] = (await once(seed, 'exit')) as [number | null];
  if (code !== exitCodes.ok) throw new EnvironmentProblem(words.notLoaded);
}

async function answerFrom(config: Config, store: Store, kit: Kit): Promise<RequestListener> {
  const headers = securityHeaders(config.origin);
  const listener = listenForChanges(store.url, {
    // The application forgets first: what is drawn anew must not be drawn from what it remembers.
    changed: (tags) => {
      passOn(tags);
      pages.cache.drop(tags);
    },
    missed: () => {
      passOn(undefined);
      pages.cache.clear();
    },
  });
  const mayKeep = () => listener.isListening;
  const pages = new Pages({ bytes: config.pageCacheBytes, kit, headers, mayKeep });
  stop.set('changes', () => listener.end());
  const metrics = makeMetrics({
    cachePages: () => pages.cache.size,
    cacheBytes: () => pages.cache.bytes,
    databaseIsReady: mayKeep,
  });
  const newest = await newestMigration(migrations);
  const isReady = () => (ending ? Promise.resolve(false) : isSchemaCurrent(store.database.pool, newest));
  const files = await readStaticFiles(join(root, 'build/client'), headers);
  return answerWith({ config, kit, pages, files, headers, metrics, log, isReady });
}

async function announce(config: Config, { database }: Store, server: Server): Promise<void> {
  const { port } = server.address() as AddressInfo;
  const origin = config.originIsSet ? config.origin : `http://localhost:${port}`;
  say(words.listening(origin));
  const path = await database.inTransaction(commandLine, (tx) => firstOperatorLink(tx, systemClock()));
  if (path) say(words.firstOperator(`${origin}/${terminalLang(process.env)}${path}`));
  process.send?.('ready');
}

/** The exit code for what went wrong, after it was said. */
function complain(thrown: unknown): number {
  const error = asEnvironmentProblem(thrown, process.env['YUANLIAN_DATA'] ?? 'data');
  if (error instanceof EnvironmentProblem) {
    say(error.says, process.stderr);
    return exitCodes.environment;
  }
  log.fatal({ err: error }, 'start failed');
  return exitCodes.someRefused;
}

/** Finishes what is in hand, closes everything in order, and ends; asked again, it is already under way. */
function end(code: number): Promise<void> {
  if (!ending) ending = finish(code);
  return ending;
}

async function finish(code: number): Promise<void> {
  for (const part of parts) {
    await stop
      .get(part)?.()
      .catch((err: unknown) => log.error({ err }, `${part} did not stop cleanly`));
  }
  flushLog();
  process.exit(code);
}

function say(text: TwoText, stream: NodeJS.WritableStream = process.stdout): void {
  stream.write(`${text[terminalLang(process.env)]}\n`);
}
