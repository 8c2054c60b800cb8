import type { z } from 'zod';
import { clusterWords as words } from '#language/words/clusters.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

/** What was said, or one sentence beside each field that is wrong. */
export function parsed<T extends z.ZodType>(schema: T, input: unknown): Outcome<z.output<T>> {
  const result = schema.safeParse(input);
  if (result.success) return done(result.data);
  const fields = new Set(result.error.issues.map(({ path }) => String(path[0] ?? '')));
  return refused(...[...fields].map((field) => ({ field, says: words.wrong[field] ?? words.notUnderstood })));
}
