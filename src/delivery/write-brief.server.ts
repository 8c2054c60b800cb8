import { sql } from 'drizzle-orm';
import { theSystem, type Actor } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { remember } from '#history/write.server.ts';
import { dateOf } from '#language/dates.ts';
import { weeklyBriefWords as words } from '#language/words/weekly-brief.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { zoneChoices } from '#zones/read.server.ts';
import { briefLetter, isWorkingWeek } from './brief-letter.ts';
import { zonesLed } from './leader.ts';
import { briefZones, readersDue } from './read-brief.server.ts';
import { leaderFacts } from './read-leader.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'mail-briefs': Record<string, never>;
  }
}

/** Keeps of which zones somebody wants the brief: of those they lead, exactly these. */
export async function wishBriefs(tx: Tx, actor: Actor, zones: readonly string[]): Promise<Outcome<true>> {
  const { accountId, viewedBy } = actor;
  if (viewedBy) return refused({ says: words.onlyLooking });
  const led = zonesLed(actor);
  if (accountId === undefined || zones.some((zone) => !led.includes(zone))) return refused({ says: words.onlyLeaders });
  const wished = sql.param([...zones]);
  const before = await briefZones(tx, accountId);
  await tx.execute(
    sql`delete from brief_reader where account_id = ${accountId} and zone_code <> all(${wished}::text[])`,
  );
  await tx.execute(sql`insert into brief_reader (account_id, zone_code)
    select ${accountId}, zone from unnest(${wished}::text[]) zone on conflict do nothing`);
  const changes = { zones: [before.toSorted().join(' '), [...zones].sort().join(' ')] as const };
  if (changes.zones[0] !== changes.zones[1])
    await remember(tx, actor, { kind: 'account', record: String(accountId), action: 'brief wished', changes });
  return done(true);
}

/** On Monday at eight: each zone's brief to those of its leaders who want it. */
export const mailBriefs: Handler<'mail-briefs'> = async ({ database, config, now }) => {
  const today = dateOf(now());
  const zones = await database.inTransaction(theSystem, async (tx) => {
    if (!isWorkingWeek(await readCalendar(tx), today)) return [];
    const { rows } = await tx.execute<{ zone: string }>(
      sql`select distinct zone_code as zone from brief_reader where sent_on is distinct from ${today} order by 1`,
    );
    return zoneChoices(
      tx,
      rows.map(({ zone }) => zone),
    );
  });
  // Each in a transaction of its own: what one zone's brief fails on does not keep the others from leaving.
  for (const zone of zones)
    await database.inTransaction(theSystem, (tx) => mailBrief(tx, { zone, today, origin: config.origin }));
};

interface Mailed {
  readonly zone: Parameters<typeof leaderFacts>[1];
  readonly today: string;
  readonly origin: string;
}

/** Answers how many it went to; a second time on a day it goes to nobody. */
export async function mailBrief(tx: Tx, { zone, today, origin }: Mailed): Promise<number> {
  const readers = await readersDue(tx, zone.value, today);
  if (readers.length === 0) return 0;
  const facts = await leaderFacts(tx, zone, today);
  await queueMail(tx, ...readers.map((reader) => briefLetter(facts, reader, origin)));
  return readers.length;
}
