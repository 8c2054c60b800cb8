import { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { isDay, minuteOf } from '#language/dates.ts';
import type { Problem } from '#platform/outcome.ts';
import { isClean } from '#profiles/field.ts';

/** A text of at most so many characters that the database can keep. Line breaks are one character. */
export function cleanText(longest: number, shortest = 0) {
  return z
    .string()
    .refine(isClean)
    .transform((text) => text.replaceAll('\r\n', '\n').normalize('NFC').trim())
    .pipe(z.string().min(shortest).max(longest));
}

/** What `datetime-local` sends: a moment on China's clock, wherever the browser is. */
export const chinasMoment = z
  .string()
  .regex(/^(19|20|21)\d\d-\d\d-\d\dT([01]\d|2[0-3]):[0-5]\d$/)
  .refine((text) => isDay(text.slice(0, 10)))
  .transform((text) => new Date(`${text}:00+08:00`));

/** The same the other way round. */
export function typedMoment(at: Date | null): string {
  return at ? minuteOf(at).replace(' ', 'T') : '';
}

/** Each problem of a form with the name of its field: the summary stands apart from the fields. */
export function namedProblems(error: z.ZodError, titles: Readonly<Record<string, TwoText>>): Problem[] {
  const first = new Map(error.issues.map((issue) => [String(issue.path[0] ?? ''), issue]));
  return [...first].map(([field, issue]) => {
    const title = titles[field];
    return title ? { field, says: words.about(title, reasonOf(issue)) } : { says: words.formWrong };
  });
}

function reasonOf(issue: z.core.$ZodIssue): TwoText {
  if (issue.code === 'too_small') return words.fillIn;
  if (issue.code === 'too_big') return words.tooLong(Number(issue.maximum));
  return words.notUnderstood;
}
