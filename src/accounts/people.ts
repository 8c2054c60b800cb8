import { z } from 'zod';
import { membershipSchema } from './invitation.ts';
import { isOperator, roles, zonesAs, type Actor, type Membership, type Role } from './actor.ts';

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

/** Zones whose people the actor looks after, and zones whose organisations' members; undefined means everybody. */
export function zonesOfPeople(actor: Actor): { staff: string[]; members: string[] } | undefined {
  if (actor.viewedBy) return { staff: [], members: [] };
  if (isOperator(actor)) return undefined;
  const staff = zonesAs(actor, ['publisher']);
  return { staff, members: zonesAs(actor, ['publisher', 'broker']) };
}

/** The roles that the actor may give somewhere, as a form offers them. */
export function rolesToGive(actor: Actor): readonly Role[] {
  const zones = zonesOfPeople(actor);
  if (zones === undefined) return roles;
  return [
    ...(zones.staff.length > 0 ? ['editor' as const] : []),
    ...(zones.members.length > 0 ? ['member' as const] : []),
  ];
}

const numberTyped = z
  .string()
  .trim()
  .regex(/^\d{0,15}$/)
  .default('');

/** The fields of a form that names a role: what is empty is none, and of a member only the organisation counts. */
export const membershipForm = z
  .object({
    role: z.enum(roles),
    zone: z.string().trim().max(20).default(''),
    unit: numberTyped,
    organisation: numberTyped,
  })
  .transform(({ role, zone, unit, organisation }) => {
    if (role === 'member') return { role, ...(organisation && { organisation: Number(organisation) }) };
    return { role, ...(zone && { zone }), ...(unit && { unit: Number(unit) }) };
  })
  .pipe(membershipSchema);
