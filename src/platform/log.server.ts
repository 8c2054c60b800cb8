import pino from 'pino';

/** Lines are gathered and written together: a busy site answers thousands of requests a second. */
const destination = pino.destination({ dest: 1, sync: false, minLength: 32_768, maxWrite: 65_536, periodicFlush: 500 });

/**
 * Structured lines on standard output, without personal data: no addresses, no cookies, no queries, no bodies. At a
 * terminal only what a person must act on.
 */
export const log = pino(
  {
    level: process.env['LOG_LEVEL'] || (process.stdout.isTTY ? 'warn' : 'info'),
    base: null,
    timestamp: pino.stdTimeFunctions.isoTime,
    serializers: { err: withoutValues },
    formatters: { level: (level) => ({ level }) },
  },
  destination,
);

/** One answered request. */
export interface Answered {
  readonly id: string;
  readonly method: string;
  /** The route, not the address: an address may hold a secret or a name. */
  readonly route: string;
  readonly status: number;
  /** Who answered: the page cache, a file, the application, the door. */
  readonly from: string;
  readonly ms: number;
}

/** Written out by hand: it is said for every request, and costs a tenth of what the logger takes for it. */
export function logAnswered({ id, method, route, status, from, ms }: Answered): void {
  if (!log.isLevelEnabled('info')) return;
  const who = `"id":"${id}","method":"${method}","route":${quoted(route)}`;
  lines.push(
    `{"level":"info","time":"${timeInWords()}",${who},"status":${status},"from":"${from}","ms":${Math.round(ms * 10) / 10}}`,
  );
  if (lines.length >= mostLines) writeLines();
  else timer ??= setTimeout(writeLines, 200).unref();
}

const mostLines = 200;
const lines: string[] = [];
let timer: NodeJS.Timeout | undefined;

function writeLines(): void {
  clearTimeout(timer);
  timer = undefined;
  if (lines.length > 0) destination.write(`${lines.splice(0).join('\n')}\n`);
}

const quotedRoutes = new Map<string, string>();

/** There are as many routes as there are files in `src/routes`. */
function quoted(route: string): string {
  const known = quotedRoutes.get(route);
  if (known !== undefined) return known;
  const text = JSON.stringify(route);
  quotedRoutes.set(route, text);
  return text;
}

let lastMoment = 0;
let lastWords = '';

function timeInWords(): string {
  const moment = Date.now();
  if (moment !== lastMoment) {
    lastMoment = moment;
    lastWords = new Date(moment).toISOString();
  }
  return lastWords;
}

/** What went wrong and where, without the values that were being handled: a query's parameters may be somebody's address. */
function withoutValues(error: unknown): object {
  if (!(error instanceof Error)) return { type: typeof error };
  const [message = ''] = error.message.split('\nparams:');
  const code = 'code' in error ? { code: error.code } : {};
  const cause = error.cause === undefined ? {} : { cause: withoutValues(error.cause) };
  const stack = (error.stack ?? '').split('\n').filter((line) => line.startsWith('    at '));
  return { type: error.name, message: message.slice(0, 1_000), ...code, stack: stack.slice(0, 12), ...cause };
}

export type Log = typeof log;

/** Before the process ends. */
export function flushLog(): void {
  writeLines();
  try {
    destination.flushSync();
  } catch {
    // Standard output is closed: there is nobody left to tell.
  }
}
