import { z } from 'zod';
import { actsFor, holds, isOperator, zonesWhere, type Actor } from '#accounts/actor.ts';
import { isClean } from '#profiles/field.ts';
import { creditCodeProblem, plainCreditCode } from './credit-code.ts';

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

/** How long each text may be. */
export const longest = {
  nameZh: 120,
  nameEn: 240,
  summaryZh: 500,
  summaryEn: 1000,
  capabilitiesZh: 5000,
  capabilitiesEn: 10_000,
  website: 500,
} as const;

export const mostIndustries = 8;
export const mostDisciplines = 20;

const tidy = z.string().transform((text) => text.normalize('NFC').replace(/\r\n?/g, '\n').trim());
const text = (most: number) => tidy.pipe(z.string().max(most).refine(isClean));
const line = (most: number) =>
  tidy.pipe(
    z
      .string()
      .max(most)
      .refine(isClean)
      .regex(/^[^\p{Cc}\p{Cf}]*$/u),
  );
const creditCode = z
  .string()
  .max(100)
  .transform(plainCreditCode)
  .refine((code) => code === '' || creditCodeProblem(code) === undefined)
  .transform((code) => code || null);

/** What is said of an organisation, as a form, a file or a program says it. */
export const organisationInput = z.strictObject({
  kind: z.enum(organisationKinds),
  instituteKind: z.enum(instituteKinds).nullable(),
  nameZh: line(longest.nameZh).refine((name) => name.length >= 2),
  nameEn: line(longest.nameEn),
  creditCode,
  codeChecked: z.boolean(),
  placeCode: z
    .string()
    .regex(/^\d{6}$/)
    .nullable(),
  industries: z.array(z.string().regex(/^[a-z][a-z0-9-]{1,39}$/)).max(mostIndustries),
  size: z.enum(organisationSizes).nullable(),
  summaryZh: text(longest.summaryZh),
  summaryEn: text(longest.summaryEn),
  capabilitiesZh: text(longest.capabilitiesZh),
  capabilitiesEn: text(longest.capabilitiesEn),
  disciplines: z.array(z.string().regex(/^\d{3}(\d{2}){0,2}$/)).max(mostDisciplines),
  website: tidy.pipe(z.union([z.literal(''), z.url({ protocol: /^https?$/ }).max(longest.website)])),
});
export type OrganisationInput = z.input<typeof organisationInput>;
export type Organisation = z.output<typeof organisationInput>;

/** What is known of a new one besides its name and kind may come later. */
export const newOrganisation = organisationInput.partial().extend({
  zone: z.string().regex(/^\d{8}$/),
  kind: organisationInput.shape.kind,
  nameZh: organisationInput.shape.nameZh,
  sample: z.boolean().optional(),
});
export type NewOrganisation = z.input<typeof newOrganisation>;

/** What is not mentioned stays; with a `revision`, only if nobody changed it since. */
export const organisationChange = organisationInput.partial().extend({
  id: z.number().int().positive(),
  revision: z.number().int().positive().optional(),
});
export type OrganisationChange = z.input<typeof organisationChange>;

export type Mentionable = { readonly [field in keyof Organisation]?: Organisation[field] | undefined };

/** Only what was said: what is not mentioned stays as it is. */
export function mentioned(said: Mentionable): Partial<Organisation> {
  return Object.fromEntries(Object.entries(said).filter(([, value]) => value !== undefined));
}

/** Whose it is: all that a question of permission needs to know of an organisation. */
export interface Kept {
  readonly id: number;
  readonly zoneCode: string;
}

/** Who keeps the organisations of a zone. */
export function canKeepFor(actor: Actor, zone: string): boolean {
  return holds(actor, ['broker', 'editor', 'publisher'], zone);
}

/** Who may change an organisation: who keeps those of its zone, and its own members. */
export function canKeep(actor: Actor, { id, zoneCode }: Kept): boolean {
  return canKeepFor(actor, zoneCode) || actsFor(actor, id);
}

/** Whether it is public, what kind it is, and whether its code was checked is said by its zone. */
export function canVouchFor(actor: Actor, { zoneCode }: Kept): boolean {
  return canKeepFor(actor, zoneCode);
}

/** Whom to ring is seen by its members and by those who bring sides together. */
export function canSeeContacts(actor: Actor, { id, zoneCode }: Kept): boolean {
  return holds(actor, ['broker', 'publisher'], zoneCode) || actsFor(actor, id);
}

/** Two records of one zone are made one by its people; of two zones only by an operator. */
export function canMerge(actor: Actor, one: Kept, other: Kept): boolean {
  return isOperator(actor) || (one.zoneCode === other.zoneCode && canVouchFor(actor, one));
}

/** Zones whose organisations this person keeps; undefined means all of them. */
export function zonesKept(actor: Actor): string[] | undefined {
  return zonesWhere(actor, (zone) => canKeepFor(actor, zone));
}

/** What a member may not change of the own organisation: it is what its zone vouches for. */
export function isVouched(field: keyof Organisation, codeChecked: boolean): boolean {
  return ['kind', 'instituteKind', 'codeChecked'].includes(field) || (field === 'creditCode' && codeChecked);
}
