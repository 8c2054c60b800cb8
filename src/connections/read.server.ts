import type { Actor } from '#accounts/actor.ts';
import { filesOfListing } from '#listings/read-files.server.ts';
import { contactsOf } from '#organisations/read.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { mayHandOver, mayTake, personsOf } from './connection.ts';
import { effectiveOf, isConfirmed } from './ledger.ts';
import { ledgerOf } from './read-ledger.server.ts';
import { brokersOf } from './read-people.server.ts';
import { connectionRow, type ConnectionRow } from './read-row.server.ts';
import { sidesOf } from './read-sides.server.ts';
import { saidIn } from './read-said.server.ts';
import { areAcquainted, isOwnSide, isReadable, type SideName } from './side.ts';
import { steps } from './state.ts';
import { missing, waitsFor } from './waits.ts';

export type ConnectionView = NonNullable<Awaited<ReturnType<typeof connectionFor>>>;

/** A connection as this reader may see it; undefined for whoever has nothing to do with it, the same as none. */
export async function connectionFor(tx: Tx, actor: Actor, id: number) {
  const row = await connectionRow(tx, id);
  if (!row) return undefined;
  const as = personsOf(actor, row);
  if (as.length === 0) return undefined;
  const sides = (await sidesOf(tx, actor, [row])).get(id);
  if (!sides) return undefined;
  const ledger = await ledgerOf(tx, id);
  const open = ledger.findLast((entry) => entry.withdrawnAt === null && !isConfirmed(entry));
  const unconfirmed = missing(open?.needConfirmedAt === null, open?.offerConfirmedAt === null);
  return {
    ...shownOf(row),
    ...sides,
    reasons: isReadable(sides.need) && isReadable(sides.offer) ? row.reasons : null,
    as,
    isAcquainted: areAcquainted(row),
    waitsFor: waitsFor(row, unconfirmed),
    ledger,
    open,
    effective: effectiveOf(ledger),
    ...(await saidIn(tx, actor, row)),
    ...(await brokerOf(tx, actor, row)),
    ...(await contactsIn(tx, row)),
    listingFiles: await listingFilesIn(tx, actor, row),
    may: steps.filter((step) => mayTake(actor, row, step)),
  };
}

function shownOf(row: ConnectionRow) {
  const { id, state, subState, origin, score, proposedBy, proposedAt, needAcceptedAt, offerAcceptedAt } = row;
  const { nextStep, nextStepOn, silentUntil, endedFrom, endReason, endNote, endedBy, sample, movedAt } = row;
  return {
    ...{ id, state, subState, origin, score, proposedBy, proposedAt, needAcceptedAt, offerAcceptedAt },
    ...{ nextStep, nextStepOn, silentUntil, endedFrom, endReason, endNote, endedBy, sample, movedAt },
  };
}

async function brokerOf(tx: Tx, actor: Actor, row: ConnectionRow) {
  const mayGiveOn = !actor.viewedBy && mayHandOver(actor, row);
  return {
    broker: row.brokerId === null ? undefined : { id: row.brokerId, name: row.brokerName },
    isMine: row.brokerId !== null && row.brokerId === actor.accountId,
    mayGiveOn,
    brokers: mayGiveOn ? await brokersOf(tx, row) : [],
  };
}

/** How to reach the other side, and only once both have accepted. */
async function contactsIn(tx: Tx, row: ConnectionRow) {
  if (!areAcquainted(row)) return { contacts: { need: [], offer: [] } };
  const need = await contactsOf(tx, row.needOrganisationId);
  return { contacts: { need, offer: await contactsOf(tx, row.offerOrganisationId) } };
}

/** What is attached to either text: to their own people always, to the others once both have accepted. */
async function listingFilesIn(tx: Tx, actor: Actor, row: ConnectionRow) {
  const of = async (side: SideName, listing: number | null) => {
    const may = areAcquainted(row) || isOwnSide(actor, side, row);
    return may && listing !== null ? filesOfListing(tx, listing) : [];
  };
  return { need: await of('need', row.needId), offer: await of('offer', row.offerId) };
}
