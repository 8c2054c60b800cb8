import { and, eq, inArray, isNull, ne, or } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { addDays, isWorkday, previousWorkday } from '#calendar/workdays.ts';
import { dateOf } from '#language/dates.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { notify } from '#notifications/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { officersOfUnits } from './read-people.server.ts';
import { roundAnswers, rounds } from './tables.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'remind-of-rounds': Record<string, never>;
  }
}

export const remindOfRounds: Handler<'remind-of-rounds'> = async ({ database, now }) => {
  await database.inTransaction(theSystem, (tx) => remindBlocks(tx, dateOf(now())));
};

/** The working day before the last one, and the last one itself: blocks that have not handed in hear of it; answers how many. */
export async function remindBlocks(tx: Tx, today: string): Promise<number> {
  const calendar = await readCalendar(tx);
  if (!isWorkday(calendar, today)) return 0;
  const found = await tx
    .select({ answer: roundAnswers, round: rounds })
    .from(roundAnswers)
    .innerJoin(rounds, eq(rounds.id, roundAnswers.roundId))
    .where(
      and(
        eq(rounds.state, 'open'),
        ne(roundAnswers.state, 'handed-in'),
        or(isNull(roundAnswers.remindedOn), ne(roundAnswers.remindedOn, today)),
      ),
    )
    .for('update', { of: roundAnswers });
  const due = found.filter(({ round: { dueOn } }) => {
    const last = previousWorkday(calendar, dueOn);
    return today === last || today === previousWorkday(calendar, addDays(last, -1));
  });
  if (due.length === 0) return 0;
  const ids = due.map(({ answer }) => answer.id);
  await tx.update(roundAnswers).set({ remindedOn: today }).where(inArray(roundAnswers.id, ids));
  for (const [id, own] of Map.groupBy(due, ({ round }) => round.id)) {
    const [first] = own;
    if (!first) continue;
    const { titleZh: zh, titleEn, dueOn } = first.round;
    const accounts = await officersOfUnits(
      tx,
      own.map(({ answer }) => answer.unitId),
    );
    const text = words.toldDue({ zh, en: titleEn || zh }, dueOn);
    await notify(tx, { accounts, kind: 'task', text, path: `/desk/rounds/${id}` });
  }
  return due.length;
}
