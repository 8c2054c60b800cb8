import { z } from 'zod';
import { membershipSchema } from './invitation.ts';
import { isOperator, roles, type Actor, type Membership } from './actor.ts';

/** An account as who looks after people sees it. */
export interface Person {
  readonly id: number;
  readonly name: string;
  readonly email: string;
  readonly memberships: readonly Membership[];
  readonly createdAt: Date;
  readonly disabledAt: Date | null;
  readonly hasSecondFactor: boolean;
}

/** Zones whose people the actor looks after; undefined means everybody. */
export function zonesOfPeople(actor: Actor): string[] | undefined {
  if (actor.viewedBy) return [];
  if (isOperator(actor)) return undefined;
  return actor.memberships.flatMap(({ role, zone }) => (role === 'publisher' && zone !== undefined ? [zone] : []));
}

/** The fields of a form that names a role: an empty zone or unit is none. */
export const membershipForm = z
  .object({
    role: z.enum(roles),
    zone: z.string().trim().max(20).default(''),
    unit: z
      .string()
      .trim()
      .regex(/^\d{0,15}$/)
      .default(''),
  })
  .transform(({ role, zone, unit }) => ({ role, ...(zone && { zone }), ...(unit && { unit: Number(unit) }) }))
  .pipe(membershipSchema);
