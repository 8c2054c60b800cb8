/** Everything the product shows is on China's clock, whatever the clock of the machine. */
export const timeZone = 'Asia/Shanghai';

const parts = new Intl.DateTimeFormat('en-GB', {
  timeZone,
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
  minute: '2-digit',
  second: '2-digit',
  hourCycle: 'h23',
});

function partsOf(at: Date): Record<string, string> {
  return Object.fromEntries(parts.formatToParts(at).map((part) => [part.type, part.value]));
}

/** `2024-02-01`, on China's clock. */
export function dateOf(at: Date): string {
  const { year, month, day } = partsOf(at);
  return `${year}-${month}-${day}`;
}

/** `2024-02-01 09:30`, the form the official meta tags ask for. */
export function minuteOf(at: Date): string {
  const { hour, minute } = partsOf(at);
  return `${dateOf(at)} ${hour}:${minute}`;
}

/** `2024-02-01T09:30:00+08:00`: ISO 8601 with the offset, for JSON-LD, feeds and `<time datetime>`. */
export function isoOf(at: Date): string {
  const { hour, minute, second } = partsOf(at);
  return `${dateOf(at)}T${hour}:${minute}:${second}+08:00`;
}
