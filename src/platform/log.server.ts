import pino from 'pino';

/** Lines are gathered and written together: a busy site answers thousands of requests a second. */
const destination = pino.destination({ dest: 1, sync: false, minLength: 4_096, periodicFlush: 500 });

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
  try {
    destination.flushSync();
  } catch {
    // Standard output is closed: there is nobody left to tell.
  }
}
