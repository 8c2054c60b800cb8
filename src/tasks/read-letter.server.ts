import { and, asc, desc, eq } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { units } from '#profiles/tables.server.ts';
import type { OwedView } from './owed.ts';
import { stateOfLetter, type LetterState, type Reader } from './letter.ts';
import { readersOf } from './read-readers.server.ts';
import { milestones, reports, taskLetters, tasks } from './tables.server.ts';

type TaskRow = typeof tasks.$inferSelect;

/** A letter with what it is about, and as whom its reader reports. */
export interface Opened {
  readonly state: LetterState;
  readonly task: TaskRow;
  readonly reader: Reader;
  readonly expiresAt: Date;
  readonly actor: Actor;
}

/** What a secret opens; undefined where it is none of ours. Needs the eyes of the site itself. */
export async function openLetter(db: Db, token: string, now: Date): Promise<Opened | undefined> {
  const [found] = await db
    .select({ letter: taskLetters, task: tasks })
    .from(taskLetters)
    .innerJoin(tasks, eq(tasks.id, taskLetters.taskId))
    .where(eq(taskLetters.token, token));
  if (!found) return undefined;
  const { letter, task } = found;
  const readers = (await readersOf(db, [task])).get(task.id);
  const all = [...(readers?.people ?? []), ...(readers?.heads ?? [])];
  const reader = all.find((one) => one.email === letter.email && one.accountId === letter.accountId);
  const isTaskOpen = task.state === 'planned' || task.state === 'under-way';
  const facts = {
    expiresAt: letter.expiresAt,
    replacedAt: letter.replacedAt,
    isTaskOpen,
    isTheirs: reader !== undefined,
  };
  const { reader: role, name, email, accountId, lang } = letter;
  return {
    ...{ state: stateOfLetter(facts, now), task, expiresAt: letter.expiresAt, actor: actorOf(letter, task) },
    reader: reader ?? { role, name, email, accountId, lang, wish: 'at-once' },
  };
}

/** Whoever has an account reports as that account; others as the letter they were sent. */
function actorOf({ id, accountId, name, email }: typeof taskLetters.$inferSelect, task: TaskRow): Actor {
  const { zoneCode: zone, leadUnitId } = task;
  const memberships = [{ role: 'officer' as const, zone, ...(leadUnitId !== null && { unit: leadUnitId }) }];
  const said = { name: name === '' ? email : name, memberships };
  return accountId === null ? { id: `letter:${id}`, ...said } : { id: `account:${accountId}`, accountId, ...said };
}

export async function owedView(db: Db, task: TaskRow): Promise<OwedView> {
  const [unit] = await db
    .select({ zh: units.nameZh, en: units.nameEn })
    .from(units)
    .where(eq(units.id, task.leadUnitId ?? 0));
  const all = await db
    .select()
    .from(milestones)
    .where(and(eq(milestones.taskId, task.id)))
    .orderBy(asc(milestones.dueOn), asc(milestones.position), asc(milestones.id));
  const [last] = await db
    .select({ body: reports.body, on: reports.reportedOn, by: reports.actorName })
    .from(reports)
    .where(eq(reports.taskId, task.id))
    .orderBy(desc(reports.reportedOn), desc(reports.id))
    .limit(1);
  const { id, titleZh, titleEn, dueOn, percent } = task;
  return {
    ...{ id, title: two(titleZh, titleEn), unit: unit && two(unit.zh, unit.en), dueOn, percent, last },
    open: all
      .filter(({ doneOn }) => doneOn === null)
      .map((row) => ({ id: row.id, title: two(row.titleZh, row.titleEn), dueOn: row.dueOn })),
  };
}

/** Where nothing is said in English, the Chinese stands. */
function two(zh: string, en: string): TwoText {
  return { zh, en: en === '' ? zh : en };
}
