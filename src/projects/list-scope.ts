import { isOperator, type Actor } from '#accounts/actor.ts';

/** Who reads the investments of a zone: all who work for it. */
const readers: readonly string[] = ['publisher', 'leader', 'officer', 'broker', 'editor'];

/** The zones whose investments this person reads; undefined is every zone. */
export function zonesRead({ memberships, ...actor }: Actor): string[] | undefined {
  if (isOperator({ ...actor, memberships })) return undefined;
  return [
    ...new Set(memberships.flatMap(({ role, zone }) => (zone !== undefined && readers.includes(role) ? [zone] : []))),
  ];
}
