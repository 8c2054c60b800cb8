import { sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { readCalendar } from '#calendar/read.server.ts';
import { isWorkday, type WorkCalendar } from '#calendar/workdays.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { owingAtOnce, readOwing, type Reached } from './read-owing.server.ts';
import type { Frame } from './reminder-mail.ts';
import { leadersOf, readersOf, type Readers } from './read-readers.server.ts';
import { remindersOf } from './reminder.ts';
import { taskReminders } from './tables.server.ts';
import { askReaders, tellLeaders } from './write-asking.server.ts';

declare module '#platform/jobs.server.ts' {
  interface JobData {
    'remind-of-tasks': Record<string, never>;
  }
}

/** On the morning of each working day: who has to say how a task goes is asked, and silence climbs. */
export const remindOfTasks: Handler<'remind-of-tasks'> = async ({ database, config, site, now }) => {
  const frame = { now: now(), origin: config.origin, site: site.name };
  await database.inTransaction(theSystem, (tx) => remind(tx, frame));
};

/** Answers how many rungs were told. Whatever was told once is not told again, however often this runs. */
export async function remind(tx: Tx, frame: Frame): Promise<number> {
  const today = dateOf(frame.now);
  const calendar = await readCalendar(tx);
  if (!isWorkday(calendar, today)) return 0;
  // Two runs at once would otherwise both write the letters before either keeps that it did.
  await tx.execute(sql`select pg_advisory_xact_lock(hashtext('remind-of-tasks'))`);
  const reached = await reachedOn(tx, today, calendar);
  const readers = await readersOf(tx, [...new Set(reached.map(({ of }) => of.row))]);
  const leaders = await leadersOf(tx, [...new Set(reached.map(({ of }) => of.row.zoneCode))]);
  await keep(tx, { reached, readers, leaders, today });
  const asked = reached.filter(({ reminder }) => reminder.step !== 'leaders');
  const climbed = reached.filter(({ reminder }) => reminder.step === 'leaders');
  await askReaders(tx, { reached: asked, readers }, frame);
  await tellLeaders(tx, climbed, leaders);
  return reached.length;
}

async function reachedOn(tx: Tx, today: string, calendar: WorkCalendar): Promise<Reached[]> {
  const reached: Reached[] = [];
  for (let after = 0, found = owingAtOnce; found === owingAtOnce;) {
    const some = await readOwing(tx, after);
    for (const of of some) {
      const due = remindersOf(of.owing, of.told, { today, calendar });
      reached.push(...due.map((reminder) => ({ of, reminder })));
    }
    [after, found] = [some.at(-1)?.row.id ?? after, some.length];
  }
  return reached;
}

interface Kept {
  readonly reached: readonly Reached[];
  readonly readers: ReadonlyMap<number, Readers>;
  readonly leaders: ReadonlyMap<string, readonly number[]>;
  readonly today: string;
}

const rowsAtOnce = 1000;

async function keep(tx: Tx, { reached, readers, leaders, today }: Kept): Promise<void> {
  const rows = reached.map(({ of: { row }, reminder: { kind, milestone, owedOn, step } }) => {
    const { people = [], heads = [] } = readers.get(row.id) ?? {};
    const told = { head: heads, leaders: leaders.get(row.zoneCode) ?? [] }[step as 'head' | 'leaders'] ?? people;
    const what = { occasion: kind, milestoneId: milestone, owedOn, step };
    return { taskId: row.id, zoneCode: row.zoneCode, ...what, toldOn: today, told: told.length };
  });
  for (let at = 0; at < rows.length; at += rowsAtOnce)
    await tx.insert(taskReminders).values(rows.slice(at, at + rowsAtOnce));
}
