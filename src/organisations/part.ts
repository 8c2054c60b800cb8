/** The lists that are kept of an organisation. */
export const organisationParts = ['names', 'honours', 'equipment', 'people', 'contacts'] as const;
export type OrganisationPart = (typeof organisationParts)[number];

export const honourLevels = ['national', 'provincial', 'municipal', 'district', 'other'] as const;
export type HonourLevel = (typeof honourLevels)[number];
