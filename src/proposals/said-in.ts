import type { Lang } from '#language/lang.ts';
import { yuanInEnglish, yuanUnits } from '#language/words/money.ts';
import { countOf } from '#text/count.ts';

/** In which language something is said: by its own words, or, where it is one name alone such as GDP, by its sentence. */
export function saidIn(title: string, sentence: string): Lang {
  const own = countOf(title);
  const { characters, words } = own.characters === 0 && own.words < 2 ? countOf(sentence) : own;
  return words > characters ? 'en' : 'zh';
}

/** A field of each language, of which only the one it was said in is filled. */
export function inOne(key: string, text: string, lang: Lang): Record<string, string> {
  return { [`${key}Zh`]: lang === 'zh' ? text : '', [`${key}En`]: lang === 'en' ? text : '' };
}

interface Measured {
  readonly value: number;
  readonly measure: string;
}

/** A target with its unit in the languages in which it is known: signs in both, money counted as it is counted here. */
export function measuredIn({ value, measure }: Measured, lang: Lang): Record<string, string> {
  if (lang === 'zh' || measure === '%') {
    const isSign = measure === '%';
    return { value: String(value), measureZh: measure, measureEn: isSign ? measure : '' };
  }
  const known = yuanInEnglish.find(({ said }) => said.test(measure));
  const { zh, en, times } = known ?? { zh: '', en: measure, times: 1 };
  return { value: String(Math.round(value * times * 10_000) / 10_000), measureZh: zh, measureEn: en };
}

/** Whether a unit, as it is written in Chinese, is one of money. */
export function isMoney(measureZh: string): boolean {
  return measureZh in yuanUnits;
}
