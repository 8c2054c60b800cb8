import type { Actor } from '#accounts/actor.ts';
import { connectionWords as words } from '#language/words/connections.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { gone, personsOf, type Sides } from './connection.ts';
import { isConnectable, pairInput, type PairInput } from './pair.ts';
import { connectionOfPair, offerSide, pairListing, type PairListing } from './read-pair.server.ts';
import { lockConnection, type ConnectionRow } from './read-row.server.ts';
import type { Person } from './state.ts';
import { connections } from './tables.server.ts';
import { begin, take } from './write-step.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** Proposes what was suggested. A side that proposes has accepted with that; the other one is asked. */
export async function propose(
  tx: Tx,
  actor: Actor,
  { id, note = '', eventId = null }: { id: number; note?: string; eventId?: number | null },
): Answer {
  if (note.length > 2000) return refused({ field: 'note', says: words.noteTooLong });
  const begun = await begin(tx, actor, { id, step: 'propose' });
  if (!begun.ok) return begun;
  const { row } = begun.value;
  const need = await pairListing(tx, row.needId);
  const offer = row.offerId === null ? undefined : await pairListing(tx, row.offerId);
  if (!need || !areConnectable(need, offer, row.offerZoneCode))
    return refused({ field: 'connection', says: words.notOpen });
  return proposed(tx, actor, { ...begun.value, note, eventId });
}

/** Brings two together by hand, from the board or after an event; what was suggested of them already becomes the proposal. */
export async function proposePair(tx: Tx, actor: Actor, input: Partial<PairInput>): Answer {
  const parsed = pairInput.safeParse(input);
  if (!parsed.success) return refused(wrongPair(parsed.error.issues[0]?.path[0]));
  const pair = parsed.data;
  const found = await bothSides(tx, actor, pair);
  if (!found.ok) return found;
  const sides = found.value;
  const { needId, offerId, origin, eventId } = pair;
  const row = { needId, offerId, origin, eventId, ...sides };
  const [added] = await tx.insert(connections).values(row).onConflictDoNothing().returning({ id: connections.id });
  if (!added) return existing(tx, actor, { pair, sides });
  const fresh = await lockConnection(tx, added.id);
  const [as] = personsOf(actor, sides);
  if (!fresh || !as) return refused(gone);
  return proposed(tx, actor, { row: fresh, as, note: pair.note, eventId });
}

function wrongPair(field: PropertyKey | undefined) {
  return field === 'note' ? { field: 'note', says: words.noteTooLong } : { field: 'offer', says: words.offerMissing };
}

function areConnectable(need: PairListing, offer: PairListing | undefined, offerZone: string): boolean {
  return isConnectable(need, offerZone) && (!offer || isConnectable(offer, need.zoneCode));
}

/** Whose they are, if this actor may bring them together and they can be. */
async function bothSides(tx: Tx, actor: Actor, pair: PairInput): Promise<Outcome<Sides>> {
  const need = await pairListing(tx, pair.needId);
  const offer = await offerSide(tx, pair);
  if (!need || need.side !== 'need' || !offer) return refused({ field: 'offer', says: words.offerMissing });
  const sides: Sides = {
    ...{ needOrganisationId: need.organisationId, needZoneCode: need.zoneCode },
    ...{ offerOrganisationId: offer.organisationId, offerZoneCode: offer.zoneCode },
  };
  if (personsOf(actor, sides).length === 0) return refused(gone);
  if (actor.viewedBy) return refused({ says: words.onlyLooking });
  if (sides.needOrganisationId === sides.offerOrganisationId)
    return refused({ field: 'offer', says: words.sameOrganisation });
  if (!areConnectable(need, offer.listing, offer.zoneCode)) return refused({ field: 'offer', says: words.notOpen });
  return done(sides);
}

async function existing(tx: Tx, actor: Actor, { pair, sides }: { pair: PairInput; sides: Sides }): Answer {
  const { needId, offerId, note, eventId } = pair;
  const found = await connectionOfPair(tx, { needId, offerId, organisationId: sides.offerOrganisationId });
  if (found?.state === 'suggested') return propose(tx, actor, { id: found.id, note, eventId });
  return refused({ field: 'connection', says: found?.state === 'ended' ? words.declinedBefore : words.exists });
}

async function proposed(
  tx: Tx,
  actor: Actor,
  { row, as, note, eventId }: { row: ConnectionRow; as: Person; note: string; eventId: number | null },
): Answer {
  const now = new Date();
  const yes = { ...(as === 'need' && { needAcceptedAt: now }), ...(as === 'offer' && { offerAcceptedAt: now }) };
  // What was suggested before and is proposed because the two met counts as come of that event.
  const met = eventId === null ? {} : { eventId };
  const fields = { proposedBy: as, proposedAt: now, ...yes, ...met };
  await take(tx, actor, { row, as, step: 'propose', note, now, fields });
  return done({ id: row.id });
}
