import { between, eq, sql } from 'drizzle-orm';
import { z } from 'zod';
import { isOperator, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { isDay } from '#language/dates.ts';
import { accountWords } from '#language/words/accounts.ts';
import { calendarWords as words } from '#language/words/calendar.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { calendarDays } from './tables.server.ts';
import { addDays, daysBetween } from './workdays.ts';

const day = z.string().refine(isDay);
const name = z
  .string()
  .trim()
  .max(60)
  .refine((text) => !text.includes('\0') && text.isWellFormed());

export const calendarInput = z.strictObject({ from: day, to: day, isWorked: z.boolean(), name });
export type CalendarInput = z.input<typeof calendarInput>;

const longestSpan = 31;

/** Says of some days in a row whether they are worked; answers how many. Lights follow in the night. */
export async function setDays(tx: Tx, actor: Actor, input: CalendarInput): Promise<Outcome<number>> {
  const wrong = mayNot(actor);
  if (wrong) return refused(wrong);
  const parsed = calendarInput.safeParse(input);
  if (!parsed.success) return refused(...problemsOf(parsed.error));
  const { from, to, isWorked, name: of } = parsed.data;
  const count = daysBetween(from, to) + 1;
  if (count < 1 || count > longestSpan) return refused({ field: 'to', says: words.spanWrong });
  const rows = Array.from({ length: count }, (_, at) => ({
    ...{ day: addDays(from, at), isWorked, name: of, setBy: actor.id },
  }));
  const before = await tx
    .select()
    .from(calendarDays)
    .where(between(calendarDays.day, from, to));
  await tx
    .insert(calendarDays)
    .values(rows)
    .onConflictDoUpdate({
      target: calendarDays.day,
      set: {
        ...{ isWorked: sql`excluded.is_worked`, name: sql`excluded.name` },
        ...{ setBy: sql`excluded.set_by`, setAt: sql`now()` },
      },
    });
  const was = new Map(before.map((row) => [row.day, row.isWorked]));
  const changes = Object.fromEntries(rows.map((row) => [row.day, [was.get(row.day) ?? null, isWorked] as const]));
  await remember(tx, actor, { kind: 'calendar', record: from.slice(0, 4), action: 'changed', changes });
  return done(count);
}

/** Takes back what was said of a day: it is again as it was announced. */
export async function forgetDay(tx: Tx, actor: Actor, which: string): Promise<Outcome<null>> {
  const wrong = mayNot(actor);
  if (wrong) return refused(wrong);
  if (!isDay(which)) return refused({ field: 'day', says: words.dayWrong });
  const [gone] = await tx.delete(calendarDays).where(eq(calendarDays.day, which)).returning();
  if (!gone) return refused({ field: 'day', says: words.notSaid });
  const changes = { [which]: [gone.isWorked, null] as const };
  await remember(tx, actor, { kind: 'calendar', record: which.slice(0, 4), action: 'removed', changes });
  return done(null);
}

function mayNot(actor: Actor): Problem | undefined {
  return isOperator(actor) && !actor.viewedBy ? undefined : { says: accountWords.notYours };
}

function problemsOf(error: z.ZodError): Problem[] {
  const fields = new Set(error.issues.map(({ path }) => String(path[0])));
  return [...fields].map((field) => ({ field, says: field === 'name' ? words.nameWrong : words.dayWrong }));
}
