export const eventKinds = ['conference', 'pitch-day', 'visit'] as const;
export type EventKind = (typeof eventKinds)[number];

export const eventStates = ['draft', 'published', 'cancelled'] as const;
export type EventState = (typeof eventStates)[number];
