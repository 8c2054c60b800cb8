import pino from 'pino';

/** Structured lines on standard output, without personal data: no addresses, no cookies, no bodies. */
export const log = pino({
  level: process.env['LOG_LEVEL'] ?? 'info',
  base: null,
  timestamp: pino.stdTimeFunctions.isoTime,
  formatters: { level: (level) => ({ level }) },
});

export type Log = typeof log;
