/**
 * The life of anything that is published: draft → in review → published / scheduled / sent back → … → withdrawn. A
 * table, so that it can be printed for the bureau and tested row by row.
 */
const workStates = ['draft', 'in_review', 'sent_back', 'scheduled'] as const;
/** A text on its way to the public. A change to something published goes the same way beside it. */
export type WorkState = (typeof workStates)[number];

export const states = [...workStates, 'published', 'withdrawn', 'removed'] as const;
export type State = (typeof states)[number];

export const actions = [
  'submit',
  'recall',
  'send_back',
  'publish',
  'schedule',
  'unschedule',
  'propose',
  'withdraw',
  'restore',
  'remove',
] as const;
export type Action = (typeof actions)[number];

const transitions: Readonly<Record<State, Partial<Record<Action, State>>>> = {
  draft: { submit: 'in_review', publish: 'published', schedule: 'scheduled', remove: 'removed' },
  in_review: { recall: 'draft', send_back: 'sent_back', publish: 'published', schedule: 'scheduled' },
  sent_back: { submit: 'in_review', publish: 'published', schedule: 'scheduled', remove: 'removed' },
  scheduled: { unschedule: 'in_review', publish: 'published' },
  published: { propose: 'draft', withdraw: 'withdrawn' },
  withdrawn: { restore: 'draft' },
  removed: { restore: 'draft' },
};

/** The state after `action`, or undefined where the table has no such step. */
export function stateAfter(from: State, action: Action): State | undefined {
  return transitions[from][action];
}

/** Where something stands: what the public sees of it, and how far a change to it has come. */
export interface Standing {
  readonly state: State;
  readonly proposal: WorkState | null;
}

/** The state that the next step starts from: of the change, where one is under way. */
export function workOn({ state, proposal }: Standing): State {
  return proposal ?? state;
}

/**
 * Takes a step. A published thing stays published while a change to it is on its way; withdrawing it is possible at
 * any time and ends the change.
 */
export function stepFrom(standing: Standing, action: Action): Standing | undefined {
  const from = action === 'withdraw' ? standing.state : workOn(standing);
  const to = stateAfter(from, action);
  if (to === undefined) return undefined;
  if (standing.state !== 'published') return { state: to, proposal: null };
  if (to === 'withdrawn') return { state: to, proposal: null };
  // What is removed is the change, never what the public reads.
  return { state: 'published', proposal: isWork(to) ? to : null };
}

function isWork(state: State): state is WorkState {
  return (workStates as readonly State[]).includes(state);
}
