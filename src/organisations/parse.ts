import type { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import { done, refused, type Outcome, type Problem } from '#platform/outcome.ts';
import { creditCodeProblem, plainCreditCode } from './credit-code.ts';

type Sentences = Readonly<Record<string, TwoText>>;

/** What was said, or one sentence beside each field that is wrong; `wrong` are those that a form has of its own. */
export function parsed<T extends z.ZodType>(schema: T, input: z.input<T>, wrong?: Sentences): Outcome<z.output<T>> {
  const result = schema.safeParse(input);
  if (result.success) return done(result.data);
  const fields = new Set(result.error.issues.map(({ path }) => String(path[0] ?? '')));
  return refused(...[...fields].map((field) => problemOf(field, input, { ...words.wrong, ...wrong })));
}

function problemOf(field: string, input: unknown, wrong: Sentences): Problem {
  const said = (input as Readonly<Record<string, unknown>>)[field];
  const ofCode = field === 'creditCode' && typeof said === 'string' && creditCodeProblem(plainCreditCode(said));
  const says = ofCode || wrong[field];
  return says ? { field, says } : { says: words.notUnderstood };
}
