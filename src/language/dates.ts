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

/** `2024-02-01 09:30`, the form the official meta tags ask for. */
export function minuteOf(at: Date): string {
  return onChinasClock(at).slice(0, 16).replace('T', ' ');
}

/** `2024-02-01T09:30:00+08:00`: ISO 8601 with the offset, for JSON-LD, feeds and `<time datetime>`. */
export function isoOf(at: Date): string {
  return `${onChinasClock(at).slice(0, 19)}+08:00`;
}
