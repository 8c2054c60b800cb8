import { and, eq, isNull } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { TwoText } from '#language/lang.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import type { Reader as Answerer } from '#tasks/letter.ts';
import { answerersOf } from './read-letter.server.ts';
import { readersOf, type Reader } from './read-people.server.ts';
import { isStepFrom, inBoth } from './slip.ts';
import type { SlipRow } from './read-row.server.ts';
import { slipEvents, slips } from './tables.server.ts';
import { asksForAnswer, lineOfEvent, readersOfEvent } from './telling.ts';
import { sendLetters } from './write-letter.server.ts';

type EventRow = typeof slipEvents.$inferSelect;

interface Telling {
  readonly row: EventRow;
  readonly slip: SlipRow;
}

/** Tells of one event whoever has to know of it, once: who did it may not see all of them, so the site does. */
export const tellSlip: Handler<'tell-slip'> = async (services, { event }) => {
  await services.database.inTransaction(theSystem, async (tx) => {
    const untold = and(eq(slipEvents.id, event), isNull(slipEvents.toldAt));
    const [row] = await tx.select().from(slipEvents).where(untold).for('update');
    const [slip] = row ? await tx.select().from(slips).where(eq(slips.id, row.slipId)) : [];
    if (!row || !slip) return;
    await tx.update(slipEvents).set({ toldAt: services.now() }).where(eq(slipEvents.id, event));
    await tell(tx, services, { row, slip });
  });
};

async function tell(tx: Tx, services: Services, { row, slip }: Telling): Promise<void> {
  const name = inBoth(`${slip.reference} ${slip.title}`, `${slip.reference} ${slip.titleEn || slip.title}`);
  const text = lineOfEvent(row, name);
  const readers = readersOfEvent(row, slip.unitId !== null);
  if (!text || readers.length === 0) return;
  const people = await readersOf(tx, slip, readers);
  const letters = (await answerers(tx, { row, slip }, readers)).filter(
    ({ accountId }) => row.actor !== `account:${accountId}`,
  );
  const path = `/desk/slips/${slip.id}`;
  const accounts = people.accounts.filter((id) => row.actor !== `account:${id}`);
  const lettered = new Set(letters.flatMap(({ accountId }) => accountId ?? []));
  await notify(tx, { accounts: accounts.filter((id) => !lettered.has(id)), kind: 'slip', text, path });
  await notify(tx, { accounts: [...lettered], kind: 'slip', text, path, hasLetter: true });
  const { origin } = services.config;
  await sendLetters(
    tx,
    { slip, readers: letters, line: text },
    { now: services.now(), origin, site: services.site.name },
  );
  const written = new Set(letters.map(({ email }) => email));
  const addresses = people.addresses.filter((address) => !written.has(address));
  await write(tx, services, { addresses, text, path });
  if (row.kind === 'coloured') await keepClimb(tx, row, dateOf(services.now()));
}

/** Who is sent a link that answers: of those who are told, the ones who answer for the slip and want mail. */
async function answerers(tx: Tx, { row, slip }: Telling, readers: readonly Reader[]): Promise<Answerer[]> {
  if (!asksForAnswer(row) || !isStepFrom(slip.state, 'answer')) return [];
  const { people, heads } = await answerersOf(tx, slip);
  const asked = [...people, ...(readers.includes('head') ? heads : [])];
  const once = new Map(asked.map((one) => [one.email, one]));
  return [...once.values()].filter(({ wish }) => wish !== 'off');
}

/** Whoever has no account is written to at the address that is kept for them. */
async function write(
  tx: Tx,
  { config, site }: Services,
  { addresses, text, path }: { addresses: readonly string[]; text: TwoText; path: string },
): Promise<void> {
  const body = words.letter(text.zh, `${config.origin}/zh${path}`, site.name.zh).zh;
  const lang = 'zh' as const;
  await queueMail(tx, ...addresses.map((to) => ({ to, lang, kind: 'slip', subject: text.zh, text: body })));
}

async function keepClimb(tx: Tx, { slipId, zoneCode, note, actor, actorName }: EventRow, today: string) {
  const told = note === 'red' ? words.toldPeople.red : words.toldPeople.yellow;
  await tx.insert(slipEvents).values({
    ...{ slipId, zoneCode, kind: 'escalated', happenedOn: today, note: told.zh, noteEn: told.en, actor, actorName },
  });
}
