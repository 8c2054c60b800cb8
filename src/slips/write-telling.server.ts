import { and, eq, isNull } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { notify } from '#notifications/write.server.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { queueMail } from '#platform/mail.server.ts';
import type { Services } from '#platform/services.server.ts';
import { readersOf, type Told } from './read-people.server.ts';
import type { SlipRow } from './read-row.server.ts';
import { inBoth } from './slip.ts';
import { slipEvents, slips } from './tables.server.ts';
import { lineOfEvent, readersOfEvent } from './telling.ts';

type EventRow = typeof slipEvents.$inferSelect;

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

async function tell(tx: Tx, services: Services, { row, slip }: { row: EventRow; slip: SlipRow }): Promise<void> {
  const text = lineOfEvent(
    row,
    inBoth(`${slip.reference} ${slip.title}`, `${slip.reference} ${slip.titleEn || slip.title}`),
  );
  const readers = readersOfEvent(row, slip.unitId !== null);
  if (!text || readers.length === 0) return;
  const people = await readersOf(tx, slip, readers);
  const accounts = people.accounts.filter((id) => row.actor !== `account:${id}`);
  const path = `/desk/slips/${slip.id}`;
  await notify(tx, { accounts, kind: 'slip', text, path });
  await write(tx, services, { people, text, path });
  if (row.kind === 'coloured') await keepClimb(tx, row, dateOf(services.now()));
}

/** Whoever has no account is written to at the address that is kept for them. */
async function write(
  tx: Tx,
  { config, site }: Services,
  { people, text, path }: { people: Told; text: TwoText; path: string },
): Promise<void> {
  const body = words.letter(text.zh, `${config.origin}/zh${path}`, site.name.zh).zh;
  const letters = people.addresses.map((to) => ({
    to,
    lang: 'zh' as const,
    kind: 'slip',
    subject: text.zh,
    text: body,
  }));
  await queueMail(tx, ...letters);
}

async function keepClimb(tx: Tx, { slipId, zoneCode, note, actor, actorName }: EventRow, today: string) {
  const told = note === 'red' ? words.toldPeople.red : words.toldPeople.yellow;
  await tx.insert(slipEvents).values({
    ...{ slipId, zoneCode, kind: 'escalated', happenedOn: today, note: told.zh, noteEn: told.en, actor, actorName },
  });
}
