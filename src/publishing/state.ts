/**
 * The life of anything that is published: draft → in review → published → withdrawn. A table, so that it can be printed
 * for the bureau and tested row by row.
 */
export const states = ['draft', 'in_review', 'published', 'withdrawn'] as const;
export type State = (typeof states)[number];

export const actions = ['submit', 'send_back', 'publish', 'withdraw', 'restore'] as const;
export type Action = (typeof actions)[number];

const transitions: Readonly<Record<State, Partial<Record<Action, State>>>> = {
  draft: { submit: 'in_review', publish: 'published' },
  in_review: { send_back: 'draft', publish: 'published' },
  published: { withdraw: 'withdrawn' },
  withdrawn: { restore: 'draft' },
};

/** The state after `action`, or undefined where the table has no such step. */
export function stateAfter(from: State, action: Action): State | undefined {
  return transitions[from][action];
}
