/** Where a need or an offer stands: written, handed in, accepted by a broker, before the public, over. */
export const listingStates = ['draft', 'submitted', 'checked', 'published', 'closed', 'expired'] as const;
export type ListingState = (typeof listingStates)[number];
