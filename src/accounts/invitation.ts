import { z } from 'zod';
import { isLang, type Lang } from '#language/lang.ts';
import { emailSchema, nameSchema } from './account.ts';
import { canGive, roles, type Actor, type KeptOrganisations, type Membership } from './actor.ts';

export const invitationLifeMs = 7 * 24 * 60 * 60 * 1_000;

/** An operator is one everywhere, a member in one organisation; every other role counts in one zone, an officer's also in one unit of it. */
export const membershipSchema = z
  .strictObject({
    role: z.enum(roles),
    zone: z.string().max(20).exactOptional(),
    unit: z.number().int().positive().exactOptional(),
    organisation: z.number().int().positive().exactOptional(),
  })
  .refine(({ role, zone }) => (role === 'operator' || role === 'member') === (zone === undefined))
  .refine(({ role, organisation }) => (role === 'member') === (organisation !== undefined))
  .refine(({ role, unit }) => unit === undefined || role === 'officer');

export const invitationSchema = z.strictObject({
  email: emailSchema,
  name: nameSchema,
  lang: z.custom<Lang>((value) => typeof value === 'string' && isLang(value)),
  memberships: z.array(membershipSchema).min(1).max(20),
});

export type Invitation = z.infer<typeof invitationSchema>;

/** Whoever may give a role may invite somebody to it. */
export function canInvite(actor: Actor, memberships: readonly Membership[], kept: KeptOrganisations): boolean {
  return memberships.length > 0 && memberships.every((membership) => canGive(actor, membership, kept));
}

export type InvitationState = 'open' | 'used' | 'revoked' | 'expired';

/** What became of it, as a list of invitations shows it. */
export function stateOf(
  invitation: { readonly usedAt: Date | null; readonly revokedAt: Date | null; readonly expiresAt: Date },
  now: Date,
): InvitationState {
  if (invitation.usedAt) return 'used';
  if (invitation.revokedAt) return 'revoked';
  return invitation.expiresAt <= now ? 'expired' : 'open';
}
