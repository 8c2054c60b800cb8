import type { ConnectionState } from './state.ts';

/** Whose turn it is. */
export const waits = ['need', 'offer', 'both', 'broker', 'nobody'] as const;
export type Waits = (typeof waits)[number];

interface Waiting {
  readonly state: ConnectionState;
  readonly brokerId: number | null;
  readonly needAcceptedAt: Date | null;
  readonly offerAcceptedAt: Date | null;
}

/** Whose turn it is. `unconfirmed` is whose yes the newest amount lacks; the list asks the same of the database. */
export function waitsFor(one: Waiting, unconfirmed: Waits = 'nobody'): Waits {
  const turns: Readonly<Record<ConnectionState, () => Waits>> = {
    suggested: () => 'broker',
    proposed: () => missing(one.needAcceptedAt === null, one.offerAcceptedAt === null),
    accepted: () => (one.brokerId === null ? 'both' : 'broker'),
    contact: () => (one.brokerId === null ? 'both' : 'broker'),
    negotiation: () => (one.brokerId === null ? 'both' : 'broker'),
    agreement: () => unconfirmed,
    ended: () => 'nobody',
  };
  return turns[one.state]();
}

export function missing(need: boolean, offer: boolean): Waits {
  if (need && offer) return 'both';
  if (need) return 'need';
  return offer ? 'offer' : 'nobody';
}
