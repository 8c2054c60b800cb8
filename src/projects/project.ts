import { holds, isOperator, reportsFor, zonesAs, type Actor } from '#accounts/actor.ts';

/** From lead to fulfilment, in their order. */
export const stages = [
  'lead',
  'assessed',
  'negotiating',
  'signed',
  'approval',
  'started',
  'completed',
  'in-production',
  'full-capacity',
  'fulfilled',
] as const;
export type Stage = (typeof stages)[number];

export const statuses = ['active', 'paused', 'delayed', 'lost', 'ended'] as const;
export type Status = (typeof statuses)[number];

export const projectOrigins = ['inquiry', 'connection', 'event', 'hand'] as const;
export type ProjectOrigin = (typeof projectOrigins)[number];

export const projectLights = ['none', 'green', 'yellow', 'red'] as const;
export type ProjectLight = (typeof projectLights)[number];

export const projectLogKinds = ['stage', 'status', 'merge', 'split'] as const;
export type ProjectLogKind = (typeof projectLogKinds)[number];

/** A framework is a wish, a formal contract binds; an addition to it counts its increment. */
export const signingKinds = ['framework', 'formal', 'addition'] as const;
export type SigningKind = (typeof signingKinds)[number];

/** Money from within China, money from abroad, and what of it has become fixed assets. */
export const arrivalKinds = ['capital', 'foreign-capital', 'fixed-assets'] as const;
export type ArrivalKind = (typeof arrivalKinds)[number];

/** What is promised by year: jobs, land in mu, energy in tonnes of standard coal, output and tax in yuan. */
export const measures = ['jobs', 'land', 'energy', 'output', 'tax'] as const;
export type Measure = (typeof measures)[number];

export const teamRoles = ['negotiation', 'service', 'permits', 'land', 'finance', 'technology', 'other'] as const;
export type TeamRole = (typeof teamRoles)[number];

/** `PJ-20260911-004`: the fourth project added that day, on China's clock. */
export function referenceOf(day: string, number: number): string {
  return `PJ-${day.replaceAll('-', '')}-${String(number).padStart(3, '0')}`;
}

/** Whose a project is: all that a question of permission needs to know of it. */
export interface Owned {
  readonly zoneCode: string;
  readonly blockId: number | null;
  readonly leadUnitId: number | null;
}

const keepers = ['broker', 'publisher', 'leader'] as const;

/** Who may add a project and work on it: those who bring investment to the zone, and the officers of its block or lead unit. */
export function canKeepProject(actor: Actor, { zoneCode, blockId, leadUnitId }: Owned): boolean {
  if (actor.viewedBy) return false;
  return holds(actor, keepers, zoneCode) || reportsFor(actor, zoneCode, [blockId, leadUnitId]);
}

/** All people of a zone read its projects. */
export function canSeeProject(actor: Actor, { zoneCode }: Pick<Owned, 'zoneCode'>): boolean {
  return holds(actor, [...keepers, 'editor', 'officer'], zoneCode);
}

/** Whether the public may know of it is said by those who speak for the zone. */
export function canShowProject(actor: Actor, { zoneCode }: Pick<Owned, 'zoneCode'>): boolean {
  return !actor.viewedBy && holds(actor, ['publisher', 'leader'], zoneCode);
}

/** Zones where this person may add projects; undefined means all of them. */
export function zonesOfProjects(actor: Actor): string[] | undefined {
  if (isOperator(actor)) return undefined;
  return zonesAs(actor, [...keepers, 'officer']);
}
