import { z } from 'zod';
import { emailSchema, nameSchema } from '#accounts/account.ts';
import { langs } from '#language/lang.ts';
import { registrationWords as words } from '#language/words/registrations.ts';
import type { Problem } from '#platform/outcome.ts';
import { cleanText, namedProblems } from './said.ts';

export const registrationStates = ['asked', 'confirmed', 'waiting', 'cancelled'] as const;
export type RegistrationState = (typeof registrationStates)[number];

/** What is written to whoever registered. */
export type LetterKind =
  | 'confirm'
  | 'registered-already'
  | 'place'
  | 'waiting'
  | 'moved-up'
  | 'withdrawn'
  | 'changed'
  | 'event-cancelled'
  | 'meeting-asked'
  | 'meeting-accepted'
  | 'meeting-declined'
  | 'meeting-expired'
  | 'meeting-called-off';

/** Registrations are deleted so long after the event. */
export const monthsKept = 12;
/** Whoever does not follow the link in that time has to register again. */
export const hoursToConfirm = 48;

const phone = z.literal('').or(z.string().regex(/^\+?[\d\s()-]{5,38}$/));

/** What a person may say and later change of themselves. */
const person = {
  name: nameSchema,
  organisation: cleanText(240, 1),
  role: cleanText(100),
  phone: z
    .string()
    .transform((text) => text.normalize('NFKC').trim())
    .pipe(phone),
  lang: z.enum(langs),
};

export const personForm = z.strictObject(person);
export const registrationForm = z.strictObject({ ...person, email: emailSchema, consent: z.literal('yes') });

export function registrationProblems(error: z.ZodError): Problem[] {
  const isConsent = (issue: z.core.$ZodIssue) => issue.path[0] === 'consent';
  const others = namedProblems(new z.ZodError(error.issues.filter((issue) => !isConsent(issue))), words.field);
  return [...others, ...(error.issues.some(isConsent) ? [{ field: 'consent', says: words.consentNeeded }] : [])];
}

const letters = '0123456789ABCDEFGHJKMNPQRSTVWXYZ';

/** Eight letters that nobody mistakes for another when reading them out; drawn from random bytes. */
export function codeFrom(bytes: Uint8Array): string {
  return [...bytes.slice(0, 8)].map((byte) => letters[byte % letters.length]).join('');
}

/** The code as it is printed: 4K7M-X2QP. */
export function printedCode(code: string): string {
  return `${code.slice(0, 4)}-${code.slice(4)}`;
}

/** What somebody typed or scanned as a code, if it can be one: letters that look alike are taken as what was meant. */
export function codeTyped(text: string): string | undefined {
  const plain = text.normalize('NFKC').toUpperCase().replace(/[\s-]/g, '');
  const code = plain.replaceAll('O', '0').replaceAll('I', '1').replaceAll('L', '1').replaceAll('U', 'V');
  return /^[0-9A-HJKMNP-TV-Z]{8}$/.test(code) ? code : undefined;
}

/** How often somebody may ask for a place: from one network, and for one address, so that nobody's mailbox is filled. */
export function registrationAllowances(network: string, email: string) {
  const address = email.normalize('NFKC').trim().toLowerCase().slice(0, 254);
  return [
    { of: ['register network', network], most: 30 },
    { of: ['register email', address], most: 4 },
  ];
}
