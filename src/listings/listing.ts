/** A listing is a need or an offer: what an enterprise wants solved, or what an institute can provide. */
export const sides = ['need', 'offer'] as const;
export type Side = (typeof sides)[number];

export const needKinds = ['technology', 'result', 'talent', 'equipment', 'testing', 'capital'] as const;
export type NeedKind = (typeof needKinds)[number];

export const offerKinds = ['result', 'technology', 'service', 'equipment', 'talent', 'testing', 'capital'] as const;
export type OfferKind = (typeof offerKinds)[number];

export type ListingKind = NeedKind | OfferKind;

/** How far an offer has come, from an idea to something that is sold. */
export const stages = ['concept', 'development', 'laboratory', 'demonstration', 'market'] as const;
export type Stage = (typeof stages)[number];

/** Forms of cooperation that a side would agree to. */
export const cooperations = [
  'joint-development',
  'commission',
  'licence',
  'transfer',
  'investment',
  'service',
  'hire',
] as const;
export type Cooperation = (typeof cooperations)[number];

/** Who owns, or shall own, the result. */
export const rightsKinds = ['need-side', 'offer-side', 'shared', 'to-agree'] as const;
export type Rights = (typeof rightsKinds)[number];

export const secrecies = ['open', 'limited', 'confidential'] as const;
export type Secrecy = (typeof secrecies)[number];

/** Where in the chain of its industry a need stands. */
export const chainPositions = ['material', 'component', 'equipment', 'process', 'product', 'service'] as const;
export type ChainPosition = (typeof chainPositions)[number];

export const comparisons = ['at-least', 'at-most', 'equal'] as const;
export type Comparison = (typeof comparisons)[number];

export const kindsOf: Readonly<Record<Side, readonly ListingKind[]>> = { need: needKinds, offer: offerKinds };

/** The word that stands for a side in addresses. */
export const sidePaths: Readonly<Record<Side, 'needs' | 'offers'>> = { need: 'needs', offer: 'offers' };

export function sideOfPath(path: string): Side | undefined {
  return sides.find((side) => sidePaths[side] === path);
}

/** Where its people work on it. */
export function listingDeskPath({ side, id }: { readonly side: Side; readonly id: number }): string {
  return `/desk/${sidePaths[side]}/${id}`;
}

/** The pages that a listing shows on: the boards, its organisation's, its zone's, its own. */
export function listingTags(listing: { id: number; organisationId: number; zoneCode: string }): string[] {
  const { id, organisationId, zoneCode } = listing;
  return ['listing-list', `listing:${id}`, `organisation-listings:${organisationId}`, `zone-listings:${zoneCode}`];
}
