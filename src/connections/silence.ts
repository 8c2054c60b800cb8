import type { ConnectionState } from './state.ts';

interface Patience {
  readonly remindAfterDays: number;
  readonly endsAfterDays: number;
}

/** How long nobody may say anything. Where there is no line, nobody is waited for. */
export const patience: Partial<Readonly<Record<ConnectionState, Patience>>> = {
  proposed: { remindAfterDays: 7, endsAfterDays: 14 },
  accepted: { remindAfterDays: 30, endsAfterDays: 60 },
  contact: { remindAfterDays: 30, endsAfterDays: 60 },
  negotiation: { remindAfterDays: 30, endsAfterDays: 60 },
};

const day = 24 * 3_600_000;

export interface Clock {
  readonly remindAt: Date | null;
  readonly silentUntil: Date | null;
}

/** When silence is spoken of and when it ends a connection, counted from the last sign of life or from the dated next step. */
export function clockOf(state: ConnectionState, since: Date, nextStepOn: string | null): Clock {
  const line = patience[state];
  if (!line) return { remindAt: null, silentUntil: null };
  const from = Math.max(since.getTime(), state === 'proposed' || nextStepOn === null ? 0 : endOfDay(nextStepOn));
  return {
    remindAt: new Date(from + line.remindAfterDays * day),
    silentUntil: new Date(from + line.endsAfterDays * day),
  };
}

/** A day ends at midnight on China's clock. */
function endOfDay(date: string): number {
  return Date.parse(`${date}T24:00:00+08:00`);
}
