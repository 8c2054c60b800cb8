import { langs, type TwoText } from '#language/lang.ts';
import { regions } from '#language/words/regions.ts';

const names = Object.fromEntries(
  langs.map((lang) => [lang, new Intl.DisplayNames([lang === 'zh' ? 'zh-CN' : 'en'], { type: 'region' })]),
);

/** A country or region by its two letters, as people say it; letters that mean none stay as they are. */
export function countryNamed(code: string): TwoText {
  const of = (lang: string) => (/^[A-Z]{2}$/.test(code) ? (names[lang]?.of(code) ?? code) : code);
  return regions[code] ?? { zh: of('zh'), en: of('en') };
}
