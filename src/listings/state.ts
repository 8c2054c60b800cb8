/** Where a need or an offer stands: written, handed in, accepted by a broker, before the public, over. */
export const listingStates = ['draft', 'submitted', 'checked', 'published', 'closed', 'expired'] as const;
export type ListingState = (typeof listingStates)[number];

export const listingActions = [
  'submit',
  'recall',
  'send_back',
  'accept',
  'publish',
  'renew',
  'close',
  'expire',
] as const;
export type ListingAction = (typeof listingActions)[number];

/** The whole life of a listing. What is closed or expired stays as a record and is not opened again. */
const transitions: Readonly<Record<ListingState, Partial<Record<ListingAction, ListingState>>>> = {
  draft: { submit: 'submitted' },
  submitted: { recall: 'draft', send_back: 'draft', accept: 'checked' },
  checked: { send_back: 'draft', publish: 'published' },
  published: { renew: 'published', close: 'closed', expire: 'expired' },
  closed: {},
  expired: {},
};

/** The state after `action`, or undefined where the table has no such step. */
export function listingStateAfter(from: ListingState, action: ListingAction): ListingState | undefined {
  return transitions[from][action];
}

/** Why a listing was closed. */
export const closeReasons = ['solved-here', 'solved-elsewhere', 'withdrawn', 'out-of-date', 'other'] as const;
export type CloseReason = (typeof closeReasons)[number];

/** How long a listing is before the public, and again when it is renewed. */
export const lifeDays = 365;

/** How long before its end its people are told. */
export const noticeDays = 14;

const day = 24 * 60 * 60 * 1000;

export function daysAfter(at: Date, days: number): Date {
  return new Date(at.getTime() + days * day);
}
