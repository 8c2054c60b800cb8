import { z } from 'zod';

const id = z.number().int().positive().max(Number.MAX_SAFE_INTEGER);

/** Two that somebody brings together: a need with an offer, or with an institute that has no offer for it yet. */
export const pairInput = z.strictObject({
  needId: id,
  offerId: id.nullable().default(null),
  organisationId: id.nullable().default(null),
  origin: z.enum(['board', 'hand', 'event']),
  eventId: id.nullable().default(null),
  note: z.string().trim().max(2000).default(''),
});
export type PairInput = z.output<typeof pairInput>;

interface Listed {
  readonly state: string;
  readonly isOpen: boolean;
  readonly zoneCode: string;
}

/** Interest is welcome before the public; within a zone its brokers also bring together what they have checked. */
export function isConnectable(listing: Listed, otherZone: string): boolean {
  if (!listing.isOpen) return false;
  return listing.state === 'published' || (listing.state === 'checked' && listing.zoneCode === otherZone);
}
