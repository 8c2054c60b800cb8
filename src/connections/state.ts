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
