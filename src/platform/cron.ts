const minuteMs = 60_000;
const chinaMs = 8 * 3_600_000;
const horizonMinutes = 8 * 24 * 60;

/** When a schedule comes next after `from`: minute, hour, day, month, weekday on China's clock; undefined if not within a week. */
export function nextRun(cron: string, from: Date): Date | undefined {
  const fields = cron.split(' ');
  const first = Math.floor(from.getTime() / minuteMs) + 1;
  for (let at = first; at < first + horizonMinutes; at++) {
    const clock = onChinasClock(at);
    if (fields.every((field, place) => matches(field, clock[place] ?? 0))) return new Date(at * minuteMs);
  }
  return undefined;
}

function onChinasClock(minutes: number): number[] {
  const at = new Date(minutes * minuteMs + chinaMs);
  return [at.getUTCMinutes(), at.getUTCHours(), at.getUTCDate(), at.getUTCMonth() + 1, at.getUTCDay()];
}

/** A star, every so many, a number or a list of numbers: what our own schedules use. */
function matches(field: string, value: number): boolean {
  if (field === '*') return true;
  if (field.startsWith('*/')) return value % Number(field.slice(2)) === 0;
  return field.split(',').some((part) => Number(part) === value);
}
