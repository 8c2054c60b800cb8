import { zonesWhere, type Actor } from '#accounts/actor.ts';
import { canSeeProject } from './project.ts';

/** The zones whose investments this person reads; undefined is every zone. */
export function zonesRead(actor: Actor): string[] | undefined {
  return zonesWhere(actor, (zoneCode) => canSeeProject(actor, { zoneCode }));
}
