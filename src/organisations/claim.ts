export const claimStates = ['open', 'accepted', 'declined'] as const;
export type ClaimState = (typeof claimStates)[number];
