import type { TwoText } from '#language/lang.ts';
import { creditCodeWords as words } from '#language/words/organisations.ts';

/** What a code of GB 32100-2015 is written in: no I, O, S, V or Z. */
const alphabet = '0123456789ABCDEFGHJKLMNPQRTUWXY';

/** Letters the standard leaves out, and the sign they are usually typed for. */
const mistaken: Readonly<Record<string, string>> = { I: '1', O: '0', S: '5', V: 'U', Z: '2' };

/** The code as it is kept: half width, capitals, without blanks and hyphens. */
export function plainCreditCode(text: string): string {
  return text
    .normalize('NFKC')
    .replace(/[\s\-‐-―]/gu, '')
    .toUpperCase();
}

/** What is wrong with a unified social credit code, in words that say where to look; undefined when nothing is. */
export function creditCodeProblem(code: string): TwoText | undefined {
  const at = [...code].findIndex((sign) => !alphabet.includes(sign));
  const sign = code[at] ?? '';
  if (at >= 0) return words.wrongSign(at + 1, sign, mistaken[sign]);
  if (code.length !== 18) return words.wrongLength(code.length);
  const [own, body] = [creditCheckSign(code), bodyCheckSign(code)];
  if (own === code[17]) return undefined;
  // The middle checks itself: if it is sound, the mistake is around it.
  return body === code[16] ? words.wrongOutside(own) : words.wrongBody;
}

/** The last sign as the first 17 make it: weights 3^i modulo 31. */
function creditCheckSign(code: string): string {
  const { sum } = [...code.slice(0, 17)].reduce(
    ({ sum: before, weight }, sign) => ({
      sum: before + alphabet.indexOf(sign) * weight,
      weight: (weight * 3) % 31,
    }),
    { sum: 0, weight: 1 },
  );
  return alphabet[(31 - (sum % 31)) % 31] ?? '';
}

const bodyWeights = [3, 7, 9, 10, 5, 8, 4, 2];

/** Signs 9 to 17 are the older organisation code of GB 11714-1997 with a check sign of its own. */
function bodyCheckSign(code: string): string {
  const sum = bodyWeights.reduce((before, weight, at) => before + Number.parseInt(code[8 + at] ?? '0', 36) * weight, 0);
  const check = 11 - (sum % 11);
  return check === 10 ? 'X' : String(check % 11);
}
