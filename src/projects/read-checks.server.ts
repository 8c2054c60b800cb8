import { and, eq, inArray, isNull, or } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accounts, memberships } from '#accounts/tables.server.ts';
import { connections } from '#connections/tables.server.ts';
import { events } from '#events/tables.server.ts';
import { projectWords as words } from '#language/words/projects.ts';
import { organisations } from '#organisations/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Problem } from '#platform/outcome.ts';
import { units } from '#profiles/tables.server.ts';
import { about } from './problems.ts';
import { canKeepProject, canShowProject, type Owned } from './project.ts';
import { projectRow } from './read-row.server.ts';

/** What of a project names other records. */
export interface Named extends Owned {
  readonly investorId: number | null;
  readonly managerAccountId: number | null;
  readonly longitude: number | null;
  readonly latitude: number | null;
  readonly isPublic: boolean;
}

/** What is wrong with what a project names, against what it named before; what was not touched is not asked again. */
export async function namedProblems(
  tx: Tx,
  actor: Actor,
  { named, before }: { readonly named: Named; readonly before?: Named },
): Promise<Problem[]> {
  const isNew = (key: keyof Named) => named[key] !== null && named[key] !== before?.[key];
  const checks: [boolean, () => Promise<boolean>, Problem][] = [
    [isNew('blockId'), () => isUnit(tx, named, named.blockId), about('blockId', words.unitUnknown)],
    [isNew('leadUnitId'), () => isUnit(tx, named, named.leadUnitId), about('leadUnitId', words.unitUnknown)],
    [isNew('investorId'), () => isOrganisation(tx, named.investorId), about('investorId', words.investorUnknown)],
    [isNew('managerAccountId'), () => isStaffOf(tx, named), about('managerAccountId', words.managerUnknown)],
  ];
  const problems: Problem[] = [];
  for (const [isAsked, isKnown, problem] of checks) if (isAsked && !(await isKnown())) problems.push(problem);
  return [...problems, ...ownProblems(actor, named, before)];
}

/** What is asked of the project alone: whose it will be, who sees it, where it lies. */
function ownProblems(actor: Actor, named: Named, before?: Named): Problem[] {
  const isShown = named.isPublic !== (before?.isPublic ?? false);
  const isHalf = (named.longitude === null) !== (named.latitude === null);
  return [
    ...(canKeepProject(actor, named) ? [] : [about('blockId', words.notYourUnit)]),
    ...(isShown && !canShowProject(actor, named) ? [about('isPublic', words.mayNotShow)] : []),
    ...(isHalf ? [about('longitude', words.bothCoordinates)] : []),
  ];
}

async function isUnit(tx: Tx, { zoneCode }: Owned, id: number | null): Promise<boolean> {
  const rows = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, id ?? 0), eq(units.zoneCode, zoneCode), units.active));
  return rows.length > 0;
}

async function isOrganisation(tx: Tx, id: number | null): Promise<boolean> {
  const known = and(eq(organisations.id, id ?? 0), isNull(organisations.mergedInto));
  return (await tx.select({ id: organisations.id }).from(organisations).where(known)).length > 0;
}

async function isStaffOf(tx: Tx, { zoneCode, managerAccountId }: Named): Promise<boolean> {
  const rows = await tx
    .select({ id: memberships.accountId })
    .from(memberships)
    .innerJoin(accounts, eq(accounts.id, memberships.accountId))
    .where(
      and(
        ...[eq(memberships.accountId, managerAccountId ?? 0), eq(memberships.zoneCode, zoneCode)],
        inArray(memberships.role, ['broker', 'publisher', 'leader', 'officer', 'editor']),
        isNull(accounts.disabledAt),
      ),
    );
  return rows.length > 0;
}

/** Where a lead says it comes from. */
export interface Source {
  readonly connectionId: number | null;
  readonly eventId: number | null;
  readonly parentId: number | null;
}

/** What is wrong with where a lead comes from. */
export async function sourceProblems(
  tx: Tx,
  actor: Actor,
  { zone, connectionId, eventId, parentId }: Source & { readonly zone: string },
): Promise<Problem[]> {
  const checks: [number | null, (id: number) => Promise<boolean>, Problem][] = [
    [connectionId, (id) => isAgreement(tx, zone, id), about('connectionId', words.connectionUnknown)],
    [eventId, (id) => isEvent(tx, zone, id), about('eventId', words.eventUnknown)],
    [parentId, (id) => isProject(tx, actor, { zone, id }), about('parentId', words.parentUnknown)],
  ];
  const problems: Problem[] = [];
  for (const [id, isKnown, problem] of checks) if (id !== null && !(await isKnown(id))) problems.push(problem);
  return problems;
}

async function isProject(tx: Tx, actor: Actor, { zone, id }: { zone: string; id: number }): Promise<boolean> {
  const row = await projectRow(tx, actor, id);
  return row?.zoneCode === zone && row.mergedInto === null;
}

async function isAgreement(tx: Tx, zone: string, id: number): Promise<boolean> {
  const ofZone = or(eq(connections.needZoneCode, zone), eq(connections.offerZoneCode, zone));
  const rows = await tx
    .select({ id: connections.id })
    .from(connections)
    .where(and(eq(connections.id, id), eq(connections.state, 'agreement'), ofZone));
  return rows.length > 0;
}

async function isEvent(tx: Tx, zone: string, id: number): Promise<boolean> {
  const own = and(eq(events.id, id), eq(events.zoneCode, zone));
  return (await tx.select({ id: events.id }).from(events).where(own)).length > 0;
}
