import type { TwoText } from '#language/lang.ts';
import { divisionEndings, divisions } from '#language/words/divisions.ts';

/** The division of GB/T 4754 that a code belongs to, whether or not its section stands in front: `C3984` is of `39`. */
export function divisionOf(code: string): string {
  return code.replace(/^[A-T]/i, '').slice(0, 2);
}

/** A code as people read it: with the name of its division. */
export function industryNamed(code: string): TwoText {
  const name = divisions[divisionOf(code)];
  return name ? { zh: `${code} ${name.zh}`, en: `${code} ${name.en}` } : { zh: code, en: code };
}

/** The divisions that a word names in Chinese, with the end of its name or without it. */
export function divisionsCalled(word: string): string[] {
  const names = divisionEndings.map((ending) => `${word}${ending}`);
  return Object.entries(divisions).flatMap(([code, { zh }]) => (names.includes(zh) ? [code] : []));
}
