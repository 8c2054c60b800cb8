import type { ByteRange } from '#platform/storage.ts';

/** The one part that is asked for; 'all' where the question is none we answer in parts; undefined where it lies outside. */
export function rangeOf(header: string | null, bytes: number): ByteRange | 'all' | undefined {
  const asked = /^bytes=(?:(?<from>\d{1,15})-(?<to>\d{0,15})|-(?<tail>\d{1,15}))$/.exec(header ?? '')?.groups;
  if (!asked) return 'all';
  if (asked['tail']) return within(Math.max(0, bytes - Number(asked['tail'])), bytes - 1);
  const [from, to] = [Number(asked['from']), Number(asked['to'] || bytes - 1)];
  return to < from && asked['to'] ? 'all' : within(from, Math.min(to, bytes - 1));
}

function within(first: number, last: number): ByteRange | undefined {
  return first > last ? undefined : { first, last };
}
