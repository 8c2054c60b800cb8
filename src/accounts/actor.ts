import type { TwoText } from '#language/lang.ts';

/** What a person may be in a zone, unit or organisation; `operator` is platform-wide. */
export const roles = ['operator', 'editor', 'publisher', 'broker', 'officer', 'leader', 'member'] as const;

export type Role = (typeof roles)[number];

export interface Membership {
  readonly role: Role;
  /** Code of the zone the role counts in; undefined for an operator and for a member of an organisation. */
  readonly zone?: string;
  /** The unit or block of that zone an officer reports for. */
  readonly unit?: number;
  /** The organisation a member acts for. */
  readonly organisation?: number;
}

export interface Viewer {
  readonly accountId: number;
  readonly name: string;
}

/** Who asks. Every verb takes one; nothing reads it from the air. */
export interface Actor {
  /** As history names them: `account:12`, `command-line`, `system`. */
  readonly id: string;
  /** The account that is signed in; undefined for a visitor, the command line and the system. */
  readonly accountId?: number;
  readonly name: string;
  readonly memberships: readonly Membership[];
  /** The operator who looks at the site as this person does; such a look changes nothing. */
  readonly viewedBy?: Viewer;
}

/** The person at the machine's own command line: an operator by virtue of being there. */
export const commandLine: Actor = { id: 'command-line', name: 'command line', memberships: [{ role: 'operator' }] };

/** The site itself, for work that nobody waits for: schedules, sweeps, jobs. */
export const theSystem: Actor = { id: 'system', name: 'system', memberships: [{ role: 'operator' }] };

/** Someone who has not signed in. */
export const visitor: Actor = { id: 'visitor', name: 'visitor', memberships: [] };

export function isVisitor(actor: Actor): boolean {
  return actor.id === visitor.id;
}

export function isOperator(actor: Actor): boolean {
  return actor.memberships.some((membership) => membership.role === 'operator');
}

/** Whoever has a say in what a zone publishes or promises; a member of an organisation has only their own. */
export function isStaff(memberships: readonly Membership[]): boolean {
  return memberships.some(({ role }) => role !== 'member');
}

/** Whether the actor holds one of `roles` in that zone; an operator counts everywhere. */
export function holds(actor: Actor, roles: readonly Role[], zone: string | undefined): boolean {
  return (
    isOperator(actor) ||
    actor.memberships.some((membership) => roles.includes(membership.role) && membership.zone === zone)
  );
}

/** Whether the actor acts for that organisation as one of its members; an operator is no member. */
export function actsFor(actor: Actor, organisation: number): boolean {
  return actor.memberships.some((membership) => membership.organisation === organisation);
}

/** Whether the actor is an officer of one of those units or blocks of the zone; an operator is none. */
export function reportsFor(actor: Actor, zone: string, units: readonly (number | null)[]): boolean {
  return actor.memberships.some(
    (membership) =>
      membership.role === 'officer' &&
      membership.zone === zone &&
      membership.unit !== undefined &&
      units.includes(membership.unit),
  );
}

/** The zones in which the actor has one of those roles, each once. */
export function zonesAs({ memberships }: Actor, roles: readonly Role[]): string[] {
  return [...new Set(memberships.flatMap(({ role, zone }) => (roles.includes(role) ? (zone ?? []) : [])))];
}

/** The zones of the actor for which that holds, each once; undefined is every zone, for an operator. */
export function zonesWhere(actor: Actor, may: (zone: string) => boolean): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return [...new Set(actor.memberships.flatMap(({ zone }) => zone ?? []))].filter(may);
}

/** The organisations the actor acts for. */
export function organisationsOf(actor: Actor): number[] {
  return actor.memberships.flatMap(({ organisation }) => organisation ?? []);
}

/** The organisations that memberships speak of, by their ids: the zone that keeps each, and its name. */
export type KeptOrganisations = ReadonlyMap<number, { readonly zone: string; readonly name: TwoText }>;

/**
 * Whether the actor may give or take that role: an operator any, a zone's publisher that of an editor in the own zone,
 * its publishers and brokers that of a member of an organisation it keeps. Nobody does it through another's eyes.
 */
export function canGive(actor: Actor, membership: Membership, kept: KeptOrganisations): boolean {
  if (actor.viewedBy) return false;
  return isOperator(actor) || canGiveIn(actor, membership, kept);
}

function canGiveIn(actor: Actor, { role, zone, organisation }: Membership, kept: KeptOrganisations): boolean {
  if (role === 'editor') return zone !== undefined && holds(actor, ['publisher'], zone);
  const keeper = organisation === undefined ? undefined : kept.get(organisation)?.zone;
  return role === 'member' && keeper !== undefined && holds(actor, ['broker', 'publisher'], keeper);
}
