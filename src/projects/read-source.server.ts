import { eq, sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { events } from '#events/tables.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { typedOf, type Typed } from './form.ts';
import { canSeeProject, type ProjectOrigin } from './project.ts';
import { projectRow } from './read-row.server.ts';

/** Where a new lead comes from, and what is known of it from there. */
export interface LeadSource {
  readonly zone: string | undefined;
  readonly origin: ProjectOrigin;
  readonly connectionId: number | null;
  readonly eventId: number | null;
  readonly parentId: number | null;
  /** The name of what it comes from. */
  readonly from: string;
  readonly typed: Typed;
}

interface Asked {
  readonly connection: number | null;
  readonly event: number | null;
  readonly parent: number | null;
}

const byHand: LeadSource = {
  ...{ zone: undefined, origin: 'hand', connectionId: null, eventId: null, parentId: null, from: '', typed: {} },
};

/** What the address of the form says about the lead, as far as this person may know of it. */
export async function leadSource(tx: Tx, actor: Actor, { connection, event, parent }: Asked): Promise<LeadSource> {
  if (connection !== null) return (await ofConnection(tx, actor, connection)) ?? byHand;
  if (event !== null) return (await ofEvent(tx, actor, event)) ?? byHand;
  if (parent !== null) return (await ofParent(tx, actor, parent)) ?? byHand;
  return byHand;
}

type Met = { zone: string; need: string; offer: string; title: string | null };

/** An agreement of the zone's own enterprise: the enterprise invests. Of the other side only its name is told, as both agreed. */
async function ofConnection(tx: Tx, actor: Actor, id: number): Promise<LeadSource | undefined> {
  const { rows } = await tx.execute<Met>(sql`
    select need_zone_code as zone, need.name_zh as need, offer.name_zh as offer,
      (select title from listing_edition where listing_id = need_id order by lang desc limit 1) as title
    from connection join organisation need on need.id = need_organisation_id
      join organisation offer on offer.id = offer_organisation_id
    where connection.id = ${id} and state = 'agreement'
    union all
    select offer_zone_code, need.name_zh, offer.name_zh, null
    from connection join organisation need on need.id = need_organisation_id
      join organisation offer on offer.id = offer_organisation_id
    where connection.id = ${id} and state = 'agreement' and need_zone_code <> offer_zone_code`);
  const met = rows.find(({ zone }) => canSeeProject(actor, { zoneCode: zone }));
  if (!met) return undefined;
  const typed = { nameZh: met.title ?? `${met.need} × ${met.offer}`, investorName: met.need };
  return {
    ...byHand,
    zone: met.zone,
    origin: 'connection',
    connectionId: id,
    from: `${met.need} × ${met.offer}`,
    typed,
  };
}

async function ofEvent(tx: Tx, actor: Actor, id: number): Promise<LeadSource | undefined> {
  const [event] = await tx.select().from(events).where(eq(events.id, id));
  if (!event || !canSeeProject(actor, event)) return undefined;
  return { ...byHand, zone: event.zoneCode, origin: 'event', eventId: id, from: event.titleZh };
}

async function ofParent(tx: Tx, actor: Actor, id: number): Promise<LeadSource | undefined> {
  const parent = await projectRow(tx, actor, id);
  if (!parent) return undefined;
  // What an extension has in common with what it extends; its name, its sum and its next step are its own.
  const own = { nameZh: '', nameEn: '', summaryZh: '', summaryEn: '', nextStep: '', nextStepOn: '', isPublic: 'no' };
  const typed = { ...typedOf(parent, null), ...own, plannedInvestment: '', plannedFixedAssets: '' };
  return { ...byHand, zone: parent.zoneCode, parentId: id, from: parent.nameZh, typed };
}
