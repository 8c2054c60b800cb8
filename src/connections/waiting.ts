/** For what a connection waits, as a broker looks at it; one may be in two of them. */
export const waitingGroups = ['proposed', 'quiet', 'overdue', 'unconfirmed'] as const;
export type WaitingGroup = (typeof waitingGroups)[number];

/** The list behind each of them, for who wants all. */
export const groupQueries: Readonly<Record<WaitingGroup, string>> = {
  proposed: '?state=proposed',
  quiet: '?state=accepted',
  overdue: '?state=all&overdue=yes',
  unconfirmed: '?state=agreement',
};
