/** From lead to fulfilment, in their order. */
export const stages = [
  'lead',
  'assessed',
  'negotiating',
  'signed',
  'approval',
  'started',
  'completed',
  'in-production',
  'full-capacity',
  'fulfilled',
] as const;
export type Stage = (typeof stages)[number];

export const statuses = ['active', 'paused', 'delayed', 'lost', 'ended'] as const;
export type Status = (typeof statuses)[number];

export const projectOrigins = ['inquiry', 'connection', 'event', 'hand'] as const;
export type ProjectOrigin = (typeof projectOrigins)[number];

export const projectLights = ['none', 'green', 'yellow', 'red'] as const;
export type ProjectLight = (typeof projectLights)[number];

export const projectLogKinds = ['stage', 'status', 'merge', 'split'] as const;
export type ProjectLogKind = (typeof projectLogKinds)[number];

/** A framework is a wish, a formal contract binds; an addition to it counts its increment. */
export const signingKinds = ['framework', 'formal', 'addition'] as const;
export type SigningKind = (typeof signingKinds)[number];

export const arrivalKinds = ['capital', 'foreign-capital', 'fixed-assets'] as const;
export type ArrivalKind = (typeof arrivalKinds)[number];
