import { z } from 'zod';
import { accountWords as words } from '#language/words/accounts.ts';
import type { TwoText } from '#language/lang.ts';
import type { Problem } from '#platform/outcome.ts';

export const shortestPassword = 12;

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

/** No rules of composition: length and not being obvious are what helps. */
const passwordSchema = z
  .string()
  .min(shortestPassword, 'short')
  .max(256, 'long')
  .refine((text) => !isObvious(text), 'common');

export const newAccountSchema = z.object({ name: nameSchema, email: emailSchema, password: passwordSchema });
export type NewAccount = z.infer<typeof newAccountSchema>;

export const signInSchema = z.object({ email: emailSchema, password: z.string().min(1).max(256) });

const obvious = [
  'password',
  'yuanlian',
  'administrator',
  'qwertyuiop',
  '1234567890',
  'abcdefghij',
  'woaini',
  'iloveyou',
];

/** A well-known word with little around it, one character over and over, or a run of digits. */
function isObvious(password: string): boolean {
  const text = password.toLowerCase();
  const rest = obvious.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.length <= 4 || new Set(text).size < 4;
}

const sentences: Readonly<Record<string, TwoText>> = {
  name: words.nameWrong,
  email: words.emailWrong,
  short: words.passwordShort,
  long: words.passwordLong,
  common: words.passwordCommon,
};

/** What is wrong with a form, one sentence for each field. */
export function problemsOf(error: z.ZodError): Problem[] {
  const byField = new Map<string, Problem>();
  for (const issue of error.issues) {
    const field = String(issue.path[0]);
    const says = sentences[issue.message] ?? sentences[field] ?? words.passwordShort;
    if (!byField.has(field)) byField.set(field, { field, says });
  }
  return [...byField.values()];
}
