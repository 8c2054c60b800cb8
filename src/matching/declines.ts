import type { Decline } from './context.ts';
import type { PartName } from './suggestion.ts';

/** Which part of the score a reason speaks about. */
const partOfReason: Readonly<Record<string, PartName>> = {
  'too-early': 'stage',
  'benefit-unclear': 'text',
  'description-unclear': 'text',
  'commercial-route-unclear': 'cooperation',
  price: 'budget',
  capacity: 'outcomes',
  silence: 'outcomes',
  other: 'outcomes',
};

/** Once is chance; from the second time on each decline takes a seventh off the part, down to four tenths. */
const chance = 1;
const step = 1 / 7;
const least = 0.4;

/** What is known of declines, ready to be asked for one pair after the other. */
export interface Refused {
  isDeclined(need: string, offer: string): boolean;
  /** What remains of a part for an organisation, 1 where nothing was said against it. */
  remaining(organisation: string, part: PartName): number;
}

export function refused(declines: readonly Decline[] = []): Refused {
  const pairs = new Set(declines.map(({ need, offer }) => JSON.stringify([need, offer])));
  const counts = new Map<string, number>();
  for (const { organisation, reason } of declines) {
    const key = JSON.stringify([organisation, partOfReason[reason] ?? 'outcomes']);
    counts.set(key, (counts.get(key) ?? 0) + 1);
  }
  return {
    isDeclined: (need, offer) => pairs.has(JSON.stringify([need, offer])),
    remaining(organisation, part) {
      const often = (counts.get(JSON.stringify([organisation, part])) ?? 0) - chance;
      return often <= 0 ? 1 : Math.max(least, 1 - step * often);
    },
  };
}
