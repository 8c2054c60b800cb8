import type { z } from 'zod';
import { apiWords as words } from '#language/words/api.ts';
import type { TwoText } from '#language/lang.ts';
import { done, refused, type Outcome, type Problem } from './outcome.ts';

/**
 * Parses the query of an address against the one schema that also describes it. A name the schema does not have is
 * refused with the names it has: a misspelt filter must not silently mean "everything".
 */
export function parseQuery<Schema extends z.ZodObject>(
  schema: Schema,
  query: URLSearchParams,
): Outcome<z.output<Schema>> {
  const allowed = Object.keys(schema.shape);
  const names = [...new Set(query.keys())];
  const wrongNames = names.flatMap((name) => wrongName(name, allowed, query));
  if (wrongNames.length > 0) return refused(...wrongNames);
  // An empty value is a form field left blank: as if it were not there.
  const given = names.map((name) => [name, query.get(name)] as const).filter(([, value]) => value !== '');
  const parsed = schema.safeParse(Object.fromEntries(given));
  return parsed.success ? done(parsed.data) : refused(...parsed.error.issues.map(problemOf));
}

function wrongName(name: string, allowed: readonly string[], query: URLSearchParams): Problem[] {
  if (!allowed.includes(name)) {
    const says = allowed.length === 0 ? words.takesNone(name) : words.unknownParameter(name, allowed);
    return [{ field: name, says }];
  }
  return query.getAll(name).length > 1 ? [{ field: name, says: words.givenTwice(name) }] : [];
}

function problemOf(issue: z.core.$ZodIssue): Problem {
  const field = issue.path.join('.');
  return { field, says: inWords(field, issue) };
}

function inWords(field: string, issue: z.core.$ZodIssue): TwoText {
  if (issue.code === 'invalid_value') return words.oneOf(field, issue.values.map(String));
  if (issue.code === 'too_big') return words.atMost(field, String(issue.maximum));
  if (issue.code === 'too_small') return words.atLeast(field, String(issue.minimum));
  return words.notUnderstood(field);
}
