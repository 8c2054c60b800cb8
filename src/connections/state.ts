/** Where a need and an offer stand with each other. */
export const connectionStates = [
  'suggested',
  'proposed',
  'accepted',
  'contact',
  'negotiation',
  'agreement',
  'ended',
] as const;
export type ConnectionState = (typeof connectionStates)[number];

/** Why a connection ended without success, or a suggestion was declined. */
export const endReasons = [
  'too-early',
  'benefit-unclear',
  'commercial-route-unclear',
  'description-unclear',
  'capacity',
  'price',
  'silence',
  'other',
] as const;
export type EndReason = (typeof endReasons)[number];

export const connectionOrigins = ['matching', 'board', 'event', 'hand'] as const;
export type ConnectionOrigin = (typeof connectionOrigins)[number];

/** As whom somebody does something: for one of the two sides, as a broker between them, or the site itself. */
export const parties = ['need', 'offer', 'broker', 'system'] as const;
export type Party = (typeof parties)[number];
export type Person = Exclude<Party, 'system'>;

/** A finer word within a state; none is always allowed. */
export const subStates = {
  contact: ['first-call', 'material-sent', 'visited', 'sample-tested'],
  negotiation: ['technical', 'commercial', 'drafting', 'approval'],
  agreement: ['signed', 'under-way', 'fulfilled'],
} as const satisfies Partial<Record<ConnectionState, readonly string[]>>;
export type SubState = (typeof subStates)[keyof typeof subStates][number];

export function subStatesOf(state: ConnectionState): readonly SubState[] {
  return (subStates as Partial<Record<ConnectionState, readonly SubState[]>>)[state] ?? [];
}

interface Rule {
  readonly from: readonly ConnectionState[];
  /** The state afterwards; without it the state stays. */
  readonly to?: ConnectionState;
  readonly who: readonly Party[];
  /** Moves the connection: once a broker has taken it over, only that person does. */
  readonly moves?: true;
}

const everybody = ['need', 'offer', 'broker'] as const;
const sides = ['need', 'offer'] as const;
const talking = ['accepted', 'contact', 'negotiation'] as const;
const open = ['suggested', 'proposed', ...talking, 'agreement'] as const;
const waiting = ['proposed', ...talking] as const;

/** Everything that can be done to a connection: from where, to where, by whom. */
export const rules = {
  propose: { from: ['suggested'], to: 'proposed', who: everybody },
  /** Of one side; `accepted` once both have. */
  accept: { from: ['proposed'], who: sides },
  decline: { from: ['suggested', 'proposed'], to: 'ended', who: everybody },
  'take-over': { from: open, who: ['broker'] },
  'hand-over': { from: open, who: ['broker'] },
  contact: { from: ['accepted'], to: 'contact', who: everybody, moves: true },
  negotiate: { from: ['contact'], to: 'negotiation', who: everybody, moves: true },
  agree: { from: ['negotiation'], to: 'agreement', who: everybody, moves: true },
  amend: { from: ['agreement'], who: everybody, moves: true },
  /** Takes back an agreement that both sides did not confirm. */
  reopen: { from: ['agreement'], to: 'negotiation', who: everybody, moves: true },
  confirm: { from: ['agreement'], who: sides },
  'sub-state': { from: ['contact', 'negotiation', 'agreement'], who: everybody, moves: true },
  'next-step': { from: [...talking, 'agreement'], who: everybody, moves: true },
  message: { from: [...talking, 'agreement'], who: everybody },
  meeting: { from: [...talking, 'agreement'], who: everybody },
  end: { from: talking, to: 'ended', who: everybody },
  remind: { from: waiting, who: ['system'] },
  silence: { from: waiting, to: 'ended', who: ['system'] },
} as const satisfies Readonly<Record<string, Rule>>;

export type Step = keyof typeof rules;
export const steps = Object.keys(rules) as Step[];

/** The state after a step, or undefined where the table has no such step. Acceptance is of a side: see `accepted`. */
export function stateAfter(from: ConnectionState, step: Step): ConnectionState | undefined {
  const rule: Rule = rules[step];
  return rule.from.includes(from) ? (rule.to ?? from) : undefined;
}

/** As much of a connection as decides who may do what. */
export interface Standing {
  readonly state: ConnectionState;
  /** The account of the broker who took it over. */
  readonly brokerId: number | null;
}

/** Why somebody who is that party may not take that step now; undefined where they may. */
export type Hindrance = 'not-yours' | 'not-now' | 'taken-over';

export function whyNotStep(
  step: Step,
  { state, brokerId }: Standing,
  { party, accountId }: { readonly party: Party; readonly accountId?: number | undefined },
): Hindrance | undefined {
  const rule: Rule = rules[step];
  if (!rule.who.includes(party)) return 'not-yours';
  if (!rule.from.includes(state)) return 'not-now';
  const isAnothers = brokerId !== null && brokerId !== accountId;
  // What a side decides for itself it can always decide; a broker does nothing to what another broker looks after.
  return isAnothers && (rule.moves || (party === 'broker' && step !== 'message')) ? 'taken-over' : undefined;
}
