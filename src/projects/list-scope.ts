import { isOperator, type Actor } from '#accounts/actor.ts';
import { canSeeProject } from './project.ts';

/** The zones whose investments this person reads; undefined is every zone. */
export function zonesRead(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  const zones = actor.memberships.flatMap(({ zone }) => zone ?? []);
  return [...new Set(zones)].filter((zoneCode) => canSeeProject(actor, { zoneCode }));
}
