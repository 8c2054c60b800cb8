/**
 * Everything the product shows is on China's clock, whatever the clock of the machine. China has kept one offset, without summer time, since 1992:
 * plain arithmetic, far quicker than a time-zone table.
 */
const offset = 8 * 3_600_000;

function onChinasClock(at: Date): string {
  return new Date(at.getTime() + offset).toISOString();
}

/** `2024-02-01`, on China's clock. */
export function dateOf(at: Date): string {
  return onChinasClock(at).slice(0, 10);
}

/** Whether a text is a day of the calendar: 30 February is none, nor is any of the year 0. */
export function isDay(text: string): boolean {
  const day = new Date(`${text}T00:00:00Z`);
  const isWritten = /^(?!0000)\d{4}-\d\d-\d\d$/.test(text);
  return isWritten && !Number.isNaN(day.getTime()) && day.toISOString().startsWith(text);
}

const timeAndOffset = /^[ T]([01]\d|2[0-3]):[0-5]\d:[0-5]\d(\.\d{1,9})?(Z|[+-](0\d|1[0-4])(:[0-5]\d)?)$/;

/** Whether a text is a moment with its offset, as ISO 8601 or the database writes it. */
export function isInstant(text: string): boolean {
  return isDay(text.slice(0, 10)) && timeAndOffset.test(text.slice(10));
}

/** `2024-02-01 09:30`, the form the official meta tags ask for. */
export function minuteOf(at: Date): string {
  return onChinasClock(at).slice(0, 16).replace('T', ' ');
}

/** `2024-02-01T09:30:00+08:00`: ISO 8601 with the offset, for JSON-LD, feeds and `<time datetime>`. */
export function isoOf(at: Date): string {
  return `${onChinasClock(at).slice(0, 19)}+08:00`;
}
