import { z } from 'zod';
import type { Membership } from './actor.ts';

/** As long as an operator looks at the site as somebody else; whoever needs longer gives a reason again. */
export const viewLifeMs = 15 * 60 * 1_000;

export const viewReason = z.string().trim().min(5).max(200);

/** An operator is nobody's to be looked at: what they can do, the looker can do without borrowing their eyes. */
export function canBeViewed(memberships: readonly Membership[]): boolean {
  return memberships.every(({ role }) => role !== 'operator');
}
