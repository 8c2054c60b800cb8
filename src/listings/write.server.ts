import { sql } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { listingVerbWords as words } from '#language/words/listing-verbs.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import type { Work } from './read-work.server.ts';
import { referenceOf } from './reference.ts';
import { closeReasons, daysAfter, lifeDays, type CloseReason } from './state.ts';
import { listingDays } from './tables.server.ts';
import { brokerOfZone } from './read-brokers.server.ts';
import { begin, stillMissing, take, type StepInput } from './write-step.server.ts';
import { tellBrokers, tellItsPeople, tellMembers } from './write-telling.server.ts';

type Answer = Promise<Outcome<{ id: number }>>;

/** Hands it in to the brokers of its zone; the first time it gets its reference. */
export async function submitListing(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'submit' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const missing = stillMissing(work, 'submitting');
  if (missing.length > 0) return refused(...missing);
  const now = new Date();
  const reference = work.listing.reference ?? (await nextReference(tx, work, dateOf(now)));
  const fields = { reference, submittedAt: now };
  const changes = { reference: [work.listing.reference, reference] as const };
  const taken = await take(tx, actor, { work, action: 'submit', fields, changes });
  await tellBrokers(tx, actor, { work, says: words.toldSubmitted });
  return taken;
}

/** Takes it back as long as no broker has accepted it, to write on; it keeps its reference. */
export async function recallListing(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'recall' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const taken = await take(tx, actor, { work, action: 'recall' });
  await tellBrokers(tx, actor, { work, says: words.toldRecalled });
  return taken;
}

/** The next number of the day. Whoever asks at the same time waits for this transaction, so no number is given twice. */
async function nextReference(tx: Tx, { listing: { side, kind } }: Work, day: string): Promise<string> {
  const [counted] = await tx
    .insert(listingDays)
    .values({ day, last: 1 })
    .onConflictDoUpdate({ target: listingDays.day, set: { last: sql`${listingDays.last} + 1` } })
    .returning({ number: listingDays.last });
  return referenceOf({ side, kind, day, number: counted?.number ?? 1 });
}

/** A broker takes it on as good enough to be worked with: the one named, the one it has, or whoever accepts it. */
export async function acceptListing(tx: Tx, actor: Actor, input: StepInput & { broker?: number }): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'accept' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const before = work.listing.brokerId;
  const broker = input.broker ?? before ?? actor.accountId ?? null;
  const isKnown = input.broker === undefined || (await brokerOfZone(tx, work.listing.zoneCode, input.broker));
  if (!isKnown) return refused({ field: 'broker', says: words.brokerUnknown });
  const fields = { brokerId: broker, checkedAt: new Date() };
  const taken = await take(tx, actor, { work, action: 'accept', fields, changes: { brokerId: [before, broker] } });
  await tellMembers(tx, actor, { work, says: words.toldAccepted });
  return taken;
}

/** Puts it before the public for its time. */
export async function publishListing(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'publish' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const missing = stillMissing(work, 'publishing');
  if (missing.length > 0) return refused(...missing);
  const now = new Date();
  const fields = { publishedAt: now, expiresAt: daysAfter(now, lifeDays) };
  const taken = await take(tx, actor, { work, action: 'publish', fields });
  await tellItsPeople(tx, actor, { work, says: words.toldPublished });
  return taken;
}

/** Another time of the same length, once. */
export async function renewListing(tx: Tx, actor: Actor, input: StepInput): Answer {
  const begun = await begin(tx, actor, { ...input, action: 'renew' });
  if (!begun.ok) return begun;
  const { expiresAt: before, renewedAt } = begun.value.listing;
  if (renewedAt !== null) return refused({ says: words.renewedOnce });
  const now = new Date();
  const expiresAt = daysAfter(before ?? now, lifeDays);
  const fields = { expiresAt, renewedAt: now, noticedAt: null };
  const changes = { expiresAt: [before, expiresAt] as const };
  return take(tx, actor, { work: begun.value, action: 'renew', fields, changes });
}

export interface CloseInput extends StepInput {
  readonly reason: string;
  readonly note?: string | undefined;
}

/** Ends it, with the reason. It stays as a record. */
export async function closeListing(tx: Tx, actor: Actor, input: CloseInput): Answer {
  const reason = closeReasons.find((one) => one === input.reason);
  const note = (input.note ?? '').trim().slice(0, 2000).replaceAll('\u0000', '').toWellFormed();
  if (!reason) return refused({ field: 'reason', says: words.reasonMissing });
  if (reason === 'other' && note === '') return refused({ field: 'note', says: words.otherMissing });
  const begun = await begin(tx, actor, { ...input, action: 'close' });
  if (!begun.ok) return begun;
  const work = begun.value;
  const fields = { ...overWith(reason), closedNote: note };
  const changes = { closedReason: [null, reason] as const, closedNote: ['', note] as const };
  const taken = await take(tx, actor, { work, action: 'close', fields, changes });
  await tellItsPeople(tx, actor, { work, says: words.toldClosed });
  return taken;
}

function overWith(closedReason: CloseReason) {
  return { isOpen: false, closedAt: new Date(), closedReason };
}
