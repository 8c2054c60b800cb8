/** How large a cluster is to grow: 千亿级, 五百亿级, or as its targets say. */
export const tiers = ['thousand-yi', 'five-hundred-yi', 'other'] as const;
export type Tier = (typeof tiers)[number];
