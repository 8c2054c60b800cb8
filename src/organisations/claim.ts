import { z } from 'zod';
import { emailSchema, nameSchema } from '#accounts/account.ts';
import { holds, isOperator, zonesAs, type Actor } from '#accounts/actor.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { isClean } from '#profiles/field.ts';
import { organisationInput, type OrganisationKind } from './organisation.ts';

export const claimStates = ['open', 'accepted', 'declined'] as const;
export type ClaimState = (typeof claimStates)[number];

const text = (most: number) =>
  z
    .string()
    .transform((typed) => typed.normalize('NFC').replace(/\r\n?/g, '\n').trim())
    .pipe(z.string().min(1).max(most).refine(isClean));

/** What is said of oneself and why one may act for it. */
const said = { position: text(100), proof: text(1_000) };

/** An organisation that is not here yet, in the words of whoever asks; the zone by its name or code. */
const asNew = {
  zone: text(100),
  kind: organisationInput.shape.kind,
  nameZh: organisationInput.shape.nameZh,
  creditCode: organisationInput.shape.creditCode,
};

/** Who asks, where nobody is signed in. */
const stranger = { name: nameSchema, email: emailSchema };

export const claimForms = {
  known: z.strictObject({ ...said, ...stranger }),
  knownSignedIn: z.strictObject(said),
  new: z.strictObject({ ...said, ...asNew, ...stranger }),
  newSignedIn: z.strictObject({ ...said, ...asNew }),
} as const;

export type NewBody = { zone: string; kind: OrganisationKind; nameZh: string; creditCode: string | null };

/** A claim as the verb takes it: the organisation by its id, or what is said of a new one. */
export interface Claim {
  readonly organisation: number | NewBody;
  readonly position: string;
  readonly proof: string;
  /** What shows it, such as a business licence: kept before, for those who decide. */
  readonly proofFile?: string | undefined;
  readonly lang: Lang;
  /** Left out by whoever is signed in: their account says it. */
  readonly asker?: { readonly name: string; readonly email: string };
}

export const declineForm = z.strictObject({ id: z.coerce.number().int().positive(), reason: text(500) });
export const acceptForm = z.strictObject({ id: z.coerce.number().int().positive() });

const deciders = ['broker', 'publisher'] as const;

/** A broker or publisher of the zone that keeps the organisation says who acts for it. */
export function canDecideClaim(actor: Actor, zone: string): boolean {
  return !actor.viewedBy && holds(actor, deciders, zone);
}

/** The zones whose claims the actor sees; undefined means all. */
export function zonesOfClaims(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, deciders);
}

/** A claim as whoever decides it sees it. */
export interface ClaimView {
  readonly id: number;
  readonly state: ClaimState;
  readonly zone: string;
  /** The one it is about, or one that has the credit code of the new one already. */
  readonly organisation: { readonly id: number; readonly name: TwoText } | undefined;
  readonly asNew: { readonly kind: OrganisationKind; readonly name: string; readonly creditCode: string } | undefined;
  readonly name: string;
  readonly email: string;
  readonly hasAccount: boolean;
  readonly position: string;
  readonly proof: string;
  /** What it was sent with, by its name. */
  readonly proofFile: string | undefined;
  readonly reason: string;
  readonly at: Date;
}
