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
    formatters: { level: (level) => ({ level }) },
  },
  destination,
);

export type Log = typeof log;

/** Before the process ends. */
export function flushLog(): void {
  try {
    destination.flushSync();
  } catch {
    // Standard output is closed: there is nobody left to tell.
  }
}
