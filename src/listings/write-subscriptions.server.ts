import { and, eq } from 'drizzle-orm';
import { theSystem, visitor, type Actor } from '#accounts/actor.ts';
import { isTooMany, networkOf } from '#accounts/attempts.server.ts';
import type { Gate } from '#accounts/gate.server.ts';
import type { Caller } from '#accounts/sign-in.server.ts';
import { remember } from '#history/write.server.ts';
import { subscriptionWords as words } from '#language/words/subscriptions.ts';
import type { Tx } from '#platform/database.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { addressOf, confirmLink, endedBy, namesOf, wishOf } from './read-subscriptions.server.ts';
import { wishSchema, type Wish } from './subscription.ts';
import { listingSubscriptions as subscriptions } from './tables.server.ts';

/** Reads the form of a subscription. */
export function readWish(given: unknown): Outcome<Wish> {
  const parsed = wishSchema.safeParse(given);
  if (parsed.success) return done(parsed.data);
  const fields = [...new Set(parsed.error.issues.map(({ path }) => String(path[0])))];
  return refused(
    ...fields.map((field): Problem => ({ field, says: field === 'email' ? words.emailWrong : words.formWrong })),
  );
}

/** Asks the address whether it wants this; the answer is the same whatever is known of it. */
export async function askToSubscribe(gate: Gate, wish: Wish, { address, now }: Caller): Promise<Outcome<undefined>> {
  const allowances = [
    { of: ['subscription', wish.email], most: 5 },
    { of: ['subscription network', networkOf(address)], most: 20 },
  ];
  if (await isTooMany(gate.database.db, allowances, { now, minutes: 60 })) return refused({ says: words.tooMany });
  await gate.database.inTransaction(theSystem, async (tx) => {
    const { lang, email: to } = wish;
    const [name = words.everything[wish.side]] = await namesOf(tx, [wish]);
    const text = words.confirmText(name, await confirmLink(tx, gate.origin, { wish, now }))[lang];
    await queueMail(tx, {
      to,
      lang,
      kind: 'subscription',
      subject: words.confirmSubject(gate.siteName[lang])[lang],
      text,
    });
  });
  return done(undefined);
}

/** Begins what a link stands for; doing it again changes at most how often mails come. */
export async function confirmSubscription(tx: Tx, token: string, now: Date): Promise<Outcome<undefined>> {
  const wish = await wishOf(tx, token, now);
  if (!wish) return refused({ says: words.confirmWrong });
  const { lang, rhythm } = wish;
  const [row] = await tx
    .insert(subscriptions)
    .values({ ...wish, begunAt: now })
    .onConflictDoUpdate({
      target: [subscriptions.email, subscriptions.side, subscriptions.query],
      set: { lang, rhythm },
    })
    .returning({ id: subscriptions.id });
  // Whose address it is stays out of the history, which is never deleted.
  await remember(tx, visitor, { kind: 'subscription', record: String(row?.id), action: 'subscribed' });
  return done(undefined);
}

/** Ends the subscription of a link. Doing it again changes nothing. */
export async function endSubscription(tx: Tx, token: string): Promise<Outcome<true>> {
  const link = await endedBy(tx, token);
  if (!link) return refused({ says: words.gone });
  const ended = await tx.delete(subscriptions).where(eq(subscriptions.id, link.id)).returning({ id: subscriptions.id });
  if (ended.length > 0)
    await remember(tx, visitor, { kind: 'subscription', record: String(link.id), action: 'unsubscribed' });
  return done(true);
}

/** Ends one of the actor's own. */
export async function endOwnSubscription(tx: Tx, actor: Actor, id: number): Promise<Outcome<true>> {
  if (actor.viewedBy) return refused({ says: words.onlyOwn });
  const email = await addressOf(tx, actor);
  if (email === undefined) return refused({ says: words.gone });
  const ended = await tx
    .delete(subscriptions)
    .where(and(eq(subscriptions.id, id), eq(subscriptions.email, email)))
    .returning({ id: subscriptions.id });
  if (ended.length === 0) return refused({ says: words.gone });
  await remember(tx, actor, { kind: 'subscription', record: String(id), action: 'unsubscribed' });
  return done(true);
}
