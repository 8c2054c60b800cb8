import { eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { proposePair } from '#connections/write-propose.server.ts';
import { remember } from '#history/write.server.ts';
import { meetingWords as words } from '#language/words/meetings.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { contactsOf } from './read-contacts.server.ts';
import { contactPairs, type ContactPair } from './read-outcome.server.ts';
import { eventContacts } from './tables.server.ts';
import { locked } from './read-locked.server.ts';
import { ownEvent } from './write.server.ts';

/** Keeps whom somebody met at the event, as they ticked it: only organisations that had somebody there. */
export async function markContacts(
  tx: Tx,
  actor: Actor,
  { id, organisations, now }: { id: number; organisations: readonly number[]; now: Date },
): Promise<Outcome<null>> {
  const found = await locked(tx, id);
  if (!found.ok) return found;
  const { row } = found.value;
  const known = await contactsOf(tx, row, now);
  if (!known) return refused({ says: words.contactsTooEarly });
  const chosen = known.filter((one) => organisations.includes(one.id));
  await tx.delete(eventContacts).where(eq(eventContacts.registrationId, id));
  const { eventId, zoneCode } = row;
  if (chosen.length > 0) {
    const rows = chosen.map((one) => ({
      registrationId: id,
      eventId,
      zoneCode,
      organisationId: one.id,
      markedAt: now,
    }));
    await tx.insert(eventContacts).values(rows);
  }
  await remember(tx, actor, { kind: 'registration', record: String(id), action: 'contacts marked', zone: zoneCode });
  return done(null);
}

/** A person reads the list before it goes out; what is left is proposed with the next press. */
const mostAtOnce = 200;

/**
 * Proposes connections of those who met at the event: one of them, or all that are not proposed yet. What the connections
 * refuse, because somebody has closed it meanwhile or another zone's broker has to do it, is counted and left.
 */
export async function proposeContacts(
  tx: Tx,
  actor: Actor,
  { event: id, key }: { event: number; key?: string | undefined },
): Promise<Outcome<{ proposed: number; refused: number }>> {
  const own = await ownEvent(tx, actor, id);
  if (!own.ok) return own;
  const pairs = (await contactPairs(tx, id)).filter((pair) => mayStillPropose(pair) && (key ?? pair.key) === pair.key);
  let proposed = 0;
  for (const pair of pairs.slice(0, mostAtOnce)) if (await proposeOne(tx, actor, { id, pair })) proposed += 1;
  await remember(tx, actor, {
    ...{ kind: 'event', record: String(id), action: 'contacts proposed', zone: own.value.zoneCode },
    changes: { proposed: [null, proposed] },
  });
  return done({ proposed, refused: pairs.length - proposed });
}

function mayStillPropose({ state }: ContactPair): boolean {
  return state === null || state === 'suggested';
}

async function proposeOne(tx: Tx, actor: Actor, { id, pair }: { id: number; pair: ContactPair }): Promise<boolean> {
  const { needId, offerId, offerOrganisationId } = pair;
  const other = offerId === null ? { organisationId: offerOrganisationId } : { offerId };
  const outcome = await proposePair(tx, actor, { needId, ...other, origin: 'event', eventId: id });
  return outcome.ok;
}
