import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { langs, type Lang } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler, JobName } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { newsLetter } from './letters.ts';
import type { ShownCard } from './public.ts';
import { shownCards } from './read-cards.server.ts';
import { freshFor, keyOf } from './read-news-of-board.server.ts';
import { endLink, namesOf, subscriptionsAfter } from './read-subscriptions.server.ts';
import type { Rhythm } from './subscription.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'tell-board-at-once': Record<string, never>;
    'tell-board-daily': Record<string, never>;
    'tell-board-weekly': Record<string, never>;
  }
}

const atOnce = 200;

/** Mails what is new on the boards to those who want it in this rhythm: each listing once to each subscription. */
export function tellBoard(rhythm: Rhythm): Handler<Extract<JobName, `tell-board-${string}`>> {
  return async (services, _data, { signal }) => {
    for (let after: number | undefined = 0; after !== undefined && !signal.aborted;) {
      const from: number = after;
      after = await services.database.inTransaction(theSystem, (tx) => tellSome(tx, services, { rhythm, after: from }));
    }
    await services.database.inTransaction(theSystem, forgetTold);
  };
}

/** Tells some subscriptions and answers the last of them; undefined when there are no more. */
async function tellSome(
  tx: Tx,
  services: Services,
  { rhythm, after }: { rhythm: Rhythm; after: number },
): Promise<number | undefined> {
  const some = await subscriptionsAfter(tx, { rhythm, after, most: atOnce });
  const fresh = await freshFor(tx, some, dateOf(services.now()));
  const pairs = some.flatMap((one) =>
    (fresh.get(keyOf(one)) ?? [])
      .filter(({ publishedAt }) => publishedAt > one.begunAt)
      .map(({ id }) => ({ subscription: one.id, listing: id })),
  );
  const untold = await noteTold(tx, pairs);
  await writeTo(tx, services, { some, untold });
  return some.length === atOnce ? some.at(-1)?.id : undefined;
}

interface Pair {
  readonly subscription: number;
  readonly listing: number;
}

/** Notes what is told now and answers what had not been: of two jobs at once, each pair is one's. */
async function noteTold(tx: Tx, pairs: readonly Pair[]): Promise<ReadonlyMap<number, readonly number[]>> {
  if (pairs.length === 0) return new Map();
  const { rows } = await tx.execute<{ subscription: string; listing: string }>(sql`
    insert into listing_told (subscription_id, listing_id)
    select * from unnest(${sql.param(pairs.map(({ subscription }) => subscription))}::bigint[],
      ${sql.param(pairs.map(({ listing }) => listing))}::bigint[])
    on conflict do nothing returning subscription_id as subscription, listing_id as listing`);
  const told = Map.groupBy(rows, ({ subscription }) => Number(subscription));
  return new Map([...told].map(([id, all]) => [id, all.map(({ listing }) => Number(listing))]));
}

interface Telling {
  readonly some: Awaited<ReturnType<typeof subscriptionsAfter>>;
  readonly untold: ReadonlyMap<number, readonly number[]>;
}

async function writeTo(tx: Tx, { config: { origin }, site }: Services, { some, untold }: Telling): Promise<void> {
  const told = some.filter(({ id }) => untold.has(id));
  if (told.length === 0) return;
  const [names, cards, stop] = [await namesOf(tx, told), await cardsIn(tx, untold), await endLink(tx, origin)];
  const letters = told.map((one, at) => {
    const ids = new Set(untold.get(one.id));
    const shown = (cards.get(one.lang) ?? []).filter(({ id }) => ids.has(id));
    const name = names[at] ?? { zh: '', en: '' };
    return { shown, letter: newsLetter(shown, { ...one, name, origin, site: site.name, stop: stop(one) }) };
  });
  await queueMail(tx, ...letters.filter(({ shown }) => shown.length > 0).map(({ letter }) => letter));
}

/** What the public sees of them, newest first, in each language. */
async function cardsIn(tx: Tx, untold: Telling['untold']): Promise<Map<Lang, ShownCard[]>> {
  const ids = [...new Set([...untold.values()].flat())];
  const [zh, en] = [await shownCards(tx, 'zh', ids), await shownCards(tx, 'en', ids)];
  const newest = (cards: ShownCard[]) => cards.sort((a, b) => Number(b.publishedAt) - Number(a.publishedAt));
  return new Map(langs.map((lang) => [lang, newest(lang === 'zh' ? zh : en)]));
}

/** Longer than what is looked back on, so that nothing can be told again. */
async function forgetTold(tx: Tx): Promise<void> {
  await tx.execute(sql`delete from listing_told where told_at < now() - interval '90 days'`);
}
