import { and, asc, eq, gt } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import { accounts } from '#accounts/tables.server.ts';
import type { TwoText } from '#language/lang.ts';
import { boardWords } from '#language/words/board.ts';
import { subscriptionWords as words } from '#language/words/subscriptions.ts';
import type { Db, Tx } from '#platform/database.server.ts';
import { signer, verified } from '#platform/signed.server.ts';
import { filterNames } from './board-facets.ts';
import type { Side } from './listing.ts';
import { chosenNames } from './read-board-names.server.ts';
import { filterOf, wishSchema, type Rhythm, type Wish } from './subscription.ts';
import { listingSubscriptions as subscriptions } from './tables.server.ts';

export interface OwnSubscription {
  readonly id: number;
  readonly side: Side;
  readonly query: string;
  readonly rhythm: Rhythm;
  readonly name: TwoText;
}

interface Asked {
  readonly side: Side;
  readonly query: string;
}

/** What subscriptions are about, in words, in their order. */
export async function namesOf(db: Db, all: readonly Asked[]): Promise<TwoText[]> {
  const filters = all.map(({ side, query }) => ({ side, filter: filterOf(side, query) }));
  const known = await chosenNames(db, ...filters.map(({ filter }) => filter));
  return filters.map(({ side, filter }) => {
    const names = filterNames(side, filter, known).map(({ name }) => name);
    if (names.length === 0) return words.everything[side];
    const board = boardWords.board[side];
    return {
      zh: [board.zh, ...names.map(({ zh }) => zh)].join(' · '),
      en: [board.en, ...names.map(({ en }) => en)].join(' · '),
    };
  });
}

/** What goes to the address that somebody signs in with. */
export async function subscriptionsOf(tx: Tx, actor: Actor): Promise<OwnSubscription[]> {
  if (actor.accountId === undefined) return [];
  const { id, side, query, rhythm } = subscriptions;
  const rows = await tx
    .select({ id, side, query, rhythm })
    .from(subscriptions)
    .innerJoin(accounts, eq(accounts.email, subscriptions.email))
    .where(eq(accounts.id, actor.accountId))
    .orderBy(asc(id));
  const names = await namesOf(tx, rows);
  return rows.map((row, at) => ({ ...row, name: names[at] ?? words.stopsAny }));
}

/** The address that somebody signs in with. */
export async function addressOf(tx: Tx, { accountId }: Actor): Promise<string | undefined> {
  if (accountId === undefined) return undefined;
  const [row] = await tx.select({ email: accounts.email }).from(accounts).where(eq(accounts.id, accountId));
  return row?.email;
}

/** Those of one rhythm, some at a time. */
export async function subscriptionsAfter(
  tx: Tx,
  { rhythm, after, most }: { rhythm: Rhythm; after: number; most: number },
) {
  return tx
    .select()
    .from(subscriptions)
    .where(and(eq(subscriptions.rhythm, rhythm), gt(subscriptions.id, after)))
    .orderBy(asc(subscriptions.id))
    .limit(most);
}

const confirming = 'confirm-subscription';
const ending = 'end-subscription';
const lifeMs = 7 * 24 * 3_600_000;

/** The link that begins what was asked for: it carries all of it, so that nothing is kept of who never follows it. */
export async function confirmLink(db: Db, origin: string, { wish, now }: { wish: Wish; now: Date }): Promise<string> {
  const sign = await signer(db);
  const text = JSON.stringify({ ...wish, until: now.getTime() + lifeMs });
  return `${origin}/${wish.lang}/subscribe/${sign(confirming, text)}`;
}

/** What that link begins; undefined when it is none of ours or too old. */
export async function wishOf(db: Db, token: string, now: Date): Promise<Wish | undefined> {
  const text = await verified(db, confirming, token);
  if (text === undefined) return undefined;
  const { until, ...wish } = JSON.parse(text) as Wish & { until: number };
  return until < now.getTime() ? undefined : wishSchema.safeParse(wish).data;
}

/** Makes links that end a subscription with one click and without signing in. */
export async function endLink(db: Db, origin: string) {
  const sign = await signer(db);
  return ({ id, lang }: Pick<typeof subscriptions.$inferSelect, 'id' | 'lang'>) =>
    `${origin}/${lang}/unsubscribe/${sign(ending, String(id))}`;
}

/** The subscription that link ends, which may be over already; undefined when it is none of ours. */
export async function endedBy(db: Db, token: string): Promise<{ id: number; name: TwoText } | undefined> {
  const id = Number(await verified(db, ending, token));
  if (!Number.isSafeInteger(id)) return undefined;
  const [row] = await db.select().from(subscriptions).where(eq(subscriptions.id, id));
  const [name = words.stopsAny] = row ? await namesOf(db, [row]) : [];
  return { id, name };
}
