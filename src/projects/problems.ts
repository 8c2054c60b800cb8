import type { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { projectWords as words } from '#language/words/projects.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';

/** What was said, or one sentence beside each field that is wrong. */
export function parsed<T extends z.ZodType>(schema: T, input: unknown): Outcome<z.output<T>> {
  const said = schema.safeParse(input);
  return said.success ? done(said.data) : refused(...problemsOf(said.error));
}

function problemsOf(error: z.ZodError): Problem[] {
  const first = new Map(error.issues.map((issue) => [String(issue.path[0] ?? ''), issue]));
  return [...first].map(([field, issue]) => about(field, reasonOf(issue)));
}

/** A sentence beside a field that names it: the summary stands apart from the fields. */
export function about(field: string, says: TwoText): Problem {
  const title = (words.fields as Readonly<Record<string, TwoText>>)[field];
  return title ? { field, says: words.about(title, says) } : { says: words.notUnderstood };
}

function reasonOf(issue: z.core.$ZodIssue): TwoText {
  if (issue.code === 'too_small' && issue.origin === 'string') return words.fillIn;
  if (issue.code === 'too_big' && issue.origin === 'string') return words.tooLong(Number(issue.maximum));
  return words.wrong;
}
