/** A body with a name of its own. */
export const organisationKinds = ['enterprise', 'institute', 'government', 'association'] as const;
export type OrganisationKind = (typeof organisationKinds)[number];

/** What an institute 科创平台 can be. */
export const instituteKinds = [
  'university',
  'research-institute',
  'laboratory',
  'innovation-centre',
  'transfer-centre',
  'testing-centre',
  'incubator',
  'society',
] as const;
export type InstituteKind = (typeof instituteKinds)[number];

export const organisationSizes = ['micro', 'small', 'medium', 'large'] as const;
export type OrganisationSize = (typeof organisationSizes)[number];

export const otherNameKinds = ['short', 'former', 'alias'] as const;
export type OtherNameKind = (typeof otherNameKinds)[number];
