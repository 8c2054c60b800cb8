import type { TwoText } from '#language/lang.ts';
import { slipWords as words } from '#language/words/slips.ts';
import type { Reading } from './clock.ts';

/** The clock in a few words: `Answered: 2 working days left`. */
export function inWords({ running, daysLeft, isMissed }: Pick<Reading, 'running' | 'daysLeft' | 'isMissed'>): TwoText {
  if (running === null) return words.isOver;
  const step = words.steps[running];
  return isMissed ? words.over(step, -daysLeft) : words.left(step, daysLeft);
}
