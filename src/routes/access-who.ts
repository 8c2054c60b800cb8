import type { Role } from '#accounts/actor.ts';

/** Who may open an address: anybody, anybody with an account, or who holds one of these roles somewhere (an operator always). */
export type Who = 'anyone' | 'signed-in' | readonly Role[];

export const editors = ['editor', 'publisher'] as const;
/** Who says what of an article is an organisation, and who keeps events. */
export const judges = ['editor', 'publisher', 'broker'] as const;
/** Who looks after people of a zone or of its organisations. */
export const keepers = ['publisher', 'broker'] as const;
/** Who has a say in what a zone delivers: all its people; who may change what is decided record by record. */
export const deliverers = ['publisher', 'leader', 'officer', 'broker', 'editor'] as const;
/** Who works on projects: an editor reads them. */
export const projectPeople = ['publisher', 'leader', 'officer', 'broker'] as const;
/** Who works on needs and offers: brokers for their zone, members for their organisation. */
export const listingPeople = ['broker', 'member'] as const;
/** Who keeps the organisations of a zone, and with its members the one at hand. */
export const organisationKeepers = ['broker', 'editor', 'publisher'] as const;
export const organisationPeople = [...organisationKeepers, 'member'] as const;

export const read = (who: Who) => ({ GET: who });
export const readAndSend = (who: Who) => ({ GET: who, POST: who });

/** Addresses with who may ask for them, by route and method. */
export type Access = Readonly<Record<string, Readonly<Partial<Record<string, Who>>>>>;
