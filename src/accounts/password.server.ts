import { dictionary } from '@zxcvbn-ts/language-common';
import { accountWords as words } from '#language/words/accounts.ts';
import type { Problem } from '#platform/outcome.ts';
import { longestPassword } from './account.ts';
import { classesIn, type PasswordProfile } from './password-profile.ts';

/** Some thirty thousand passwords that are tried first everywhere. */
let common: ReadonlySet<string> | undefined;

function isCommon(password: string): boolean {
  common ??= new Set(String(dictionary['passwords-common']).split(','));
  return common.has(password);
}

/** What the person and the site are called: the first things somebody who knows them would try. */
export interface Surroundings {
  readonly name: string;
  readonly email: string;
  readonly siteNames: readonly string[];
}

/** What is wrong with a new password; nothing means it may be used. */
export function passwordProblems(
  password: string,
  profile: PasswordProfile,
  { name, email, siteNames }: Surroundings,
): Problem[] {
  const field = 'password';
  // By code points, as ASVS counts; a megabyte is refused before anything looks at it.
  if (password.length > longestPassword) return [{ field, says: words.passwordLong }];
  if ([...password].length < profile.shortest) return [{ field, says: words.passwordTooShort(profile.shortest) }];
  if (/[\0\p{Cs}]/u.test(password)) return [{ field, says: words.passwordCharacters }];
  if (classesIn(password) < profile.classes) return [{ field, says: words.passwordClasses }];
  const around = [name, email, ...email.split(/[@.]/), ...siteNames, ...ofThisKind];
  return isObvious(password, around) ? [{ field, says: words.passwordCommon }] : [];
}

const ofThisKind = [
  'password',
  'yuanlian',
  'administrator',
  'qwertyuiop',
  '1234567890',
  'abcdefghij',
  'woaini',
  'iloveyou',
  'asdfghjkl',
  '1qaz2wsx',
  'changeme',
  'letmein',
];

/** A well-known password, a name from around it with little added, one character over and over, or a run. */
function isObvious(password: string, around: readonly string[]): boolean {
  const text = password.normalize('NFKC').toLowerCase();
  if (isCommon(text) || isCommon(text.replace(/[^a-z0-9]/g, ''))) return true;
  const wordsAround = around.map((word) => word.normalize('NFKC').toLowerCase()).filter((word) => word.length >= 3);
  const rest = wordsAround.reduce((left, word) => left.replaceAll(word, ''), text);
  return rest.length <= 4 || new Set(text).size < 4;
}
