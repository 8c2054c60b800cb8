export const slipCauses = ['task', 'indicator', 'project', 'blocker', 'instruction'] as const;
export type SlipCause = (typeof slipCauses)[number];

/** Ordinary matters are solved in seven days, hard ones in a month or given a dated plan. */
export const difficulties = ['ordinary', 'hard'] as const;
export type Difficulty = (typeof difficulties)[number];

export const slipStates = ['raised', 'assigned', 'answered', 'solved', 'closed'] as const;
export type SlipState = (typeof slipStates)[number];

export const slipColours = ['blue', 'yellow', 'red'] as const;
export type SlipColour = (typeof slipColours)[number];

export const slipEventKinds = [
  'raised',
  'assigned',
  'answered',
  'dated-plan',
  'solved',
  'recheck-failed',
  'closed',
  'instructed',
  'coloured',
  'escalated',
] as const;
export type SlipEventKind = (typeof slipEventKinds)[number];

export const blockerKinds = ['land', 'permit', 'utility', 'labour', 'finance', 'logistics', 'other'] as const;
export type BlockerKind = (typeof blockerKinds)[number];

export const blockerStates = ['filed', 'taken', 'declined', 'solved', 'withdrawn'] as const;
export type BlockerState = (typeof blockerStates)[number];
