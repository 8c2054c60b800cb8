import { z } from 'zod';
import { accountWords as words } from '#language/words/accounts.ts';
import type { TwoText } from '#language/lang.ts';
import type { Problem } from '#platform/outcome.ts';

/** Long enough for any sentence, short enough to be hashed at once. */
export const longestPassword = 256;

/** One address is one account: full-width letters and capitals are the same, invisible characters are not allowed. */
export const emailSchema = z
  .string()
  .max(254)
  .transform((text) => text.normalize('NFKC').trim().toLowerCase())
  .pipe(z.email().regex(/^[\x21-\x7e]+$/));

export const nameSchema = z
  .string()
  .transform((text) => text.normalize('NFC').trim())
  .pipe(
    z
      .string()
      .min(1)
      .max(100)
      .regex(/^[^\p{Cc}\p{Cf}]+$/u),
  );

/** Its length and how easily it is guessed are looked at by `passwordProblems`, with the rules of the site. */
const passwordSchema = z
  .string()
  .min(1)
  .max(longestPassword, 'long')
  .regex(/^[^\0]*$/, 'characters');

export const newAccountSchema = z.object({ name: nameSchema, email: emailSchema, password: passwordSchema });
export type NewAccount = z.infer<typeof newAccountSchema>;

export const signInSchema = z.object({ email: emailSchema, password: passwordSchema });

const sentences: Readonly<Record<string, TwoText>> = {
  name: words.nameWrong,
  email: words.emailWrong,
  password: words.passwordMissing,
  long: words.passwordLong,
  characters: words.passwordCharacters,
};

/** What is wrong with a form, one sentence for each field. */
export function problemsOf(error: z.ZodError): Problem[] {
  const byField = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0]);
    const says = sentences[issue.message] ?? sentences[field] ?? words.passwordMissing;
    if (!byField.has(field)) byField.set(field, { field, says });
  }
  return [...byField.values()];
}
