/** The lists a zone keeps of itself. */
export const partNames = ['figures', 'contacts', 'units'] as const;
export type PartName = (typeof partNames)[number];
