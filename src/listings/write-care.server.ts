import { and, eq } from 'drizzle-orm';
import { z } from 'zod';
import type { Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { dateOf, isDay } from '#language/dates.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { units } from '#profiles/tables.server.ts';
import { canBroker, canDelete, canLookAfter } from './permission.ts';
import { brokerOfZone } from './read-brokers.server.ts';
import type { ListingRow } from './read-work.server.ts';
import { listingInterviews, listings } from './tables.server.ts';
import { listingChanged } from './write-public.server.ts';
import { lockFor } from './write-step.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** Whether interest is welcome now. */
export async function setOpen(tx: Tx, actor: Actor, { id, isOpen }: { id: number; isOpen: boolean }): Answer {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { listing } = found.value;
  if (!canLookAfter(actor, listing)) return refused({ says: words.notFound });
  if (listing.state === 'closed' || listing.state === 'expired') return refused({ says: words.isOver });
  return change(tx, actor, { listing, action: isOpen ? 'opened' : 'shut', fields: { isOpen } });
}

/** Makes it the business of one broker of its zone: the one named, or whoever asks. */
export async function takeOver(tx: Tx, actor: Actor, { id, broker }: { id: number; broker?: number }): Answer {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { listing } = found.value;
  if (!canBroker(actor, listing)) return refused({ says: words.mayNot });
  const brokerId = broker ?? actor.accountId;
  if (brokerId === undefined) return refused({ says: words.needsAccount });
  const isKnown = await brokerOfZone(tx, listing.zoneCode, brokerId);
  if (!isKnown) return refused({ field: 'broker', says: words.brokerUnknown });
  return change(tx, actor, { listing, action: 'broker changed', fields: { brokerId } });
}

/** The block of the zone that it belongs to, or none. */
export async function setBlock(tx: Tx, actor: Actor, { id, unit }: { id: number; unit: number | null }): Answer {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { listing } = found.value;
  if (!canBroker(actor, listing)) return refused({ says: words.mayNot });
  if (unit !== null && !(await isUnitOf(tx, listing.zoneCode, unit)))
    return refused({ field: 'unit', says: words.blockUnknown });
  return change(tx, actor, { listing, action: 'placed', fields: { unitId: unit } });
}

async function isUnitOf(tx: Tx, zone: string, unit: number): Promise<boolean> {
  const rows = await tx
    .select({ id: units.id })
    .from(units)
    .where(and(eq(units.id, unit), eq(units.zoneCode, zone), eq(units.active, true)));
  return rows.length > 0;
}

interface Change {
  readonly listing: ListingRow;
  readonly action: string;
  readonly fields: Partial<Pick<ListingRow, 'isOpen' | 'brokerId' | 'unitId'>>;
}

async function change(tx: Tx, actor: Actor, { listing, action, fields }: Change): Answer {
  const { id, zoneCode: zone } = listing;
  const changed = Object.entries(fields).filter(([key, value]) => listing[key as keyof ListingRow] !== value);
  if (changed.length === 0) return done({ id });
  await tx
    .update(listings)
    .set({ ...fields, updatedAt: new Date() })
    .where(eq(listings.id, id));
  const changes = Object.fromEntries(
    changed.map(([key, value]) => [key, [listing[key as keyof ListingRow], value] as const]),
  );
  await remember(tx, actor, { kind: 'listing', record: String(id), action, changes, zone });
  await listingChanged(tx, id);
  return done({ id });
}

const said = (most: number) =>
  z
    .string()
    .trim()
    .min(1)
    .max(most)
    .refine((text) => !text.includes('\u0000') && text.isWellFormed());

const interviewInput = z.strictObject({
  heldOn: z.string().refine(isDay),
  withWhom: said(200),
  learned: said(5000),
});

const interviewProblems = {
  heldOn: words.interviewDay,
  withWhom: words.interviewWho,
  learned: words.interviewLearned,
} as const;

/** What a broker learned in talking with its people. Kept for the zone alone. */
export async function recordInterview(
  tx: Tx,
  actor: Actor,
  { id, ...input }: { id: number } & Readonly<Record<string, unknown>>,
): Answer {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { zoneCode } = found.value.listing;
  if (!canBroker(actor, { zoneCode })) return refused({ says: words.mayNot });
  const read = interviewInput.safeParse(input);
  if (!read.success) return refused(...read.error.issues.map(({ path }) => interviewProblem(path[0])));
  const { heldOn, withWhom } = read.data;
  if (heldOn > dateOf(new Date())) return refused(interviewProblem('heldOn'));
  const by = { author: actor.id, authorName: actor.name };
  await tx.insert(listingInterviews).values({ listingId: id, zoneCode, ...read.data, ...by });
  const changes = { heldOn: [null, heldOn] as const, withWhom: [null, withWhom] as const };
  const about = { kind: 'listing', record: String(id), changes, zone: zoneCode };
  await remember(tx, actor, { ...about, action: 'interview' });
  return done({ id });
}

function interviewProblem(at: PropertyKey | undefined) {
  const field = at === 'withWhom' || at === 'learned' ? at : 'heldOn';
  return { field, says: interviewProblems[field] };
}

/** Takes away a draft that nobody has seen yet but its own people. */
export async function deleteListing(tx: Tx, actor: Actor, { id }: { id: number }): Answer {
  const found = await lockFor(tx, actor, id);
  if (!found.ok) return found;
  const { listing } = found.value;
  if (!canDelete(actor, listing)) return refused({ says: words.notDeletable });
  await tx.delete(listings).where(eq(listings.id, id));
  const changes = { title: [found.value.editions[0]?.title, null] as const };
  await remember(tx, actor, {
    kind: 'listing',
    record: String(id),
    action: 'deleted',
    changes,
    zone: listing.zoneCode,
  });
  return done({ id });
}
