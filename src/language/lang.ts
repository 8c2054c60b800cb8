/** The languages the product speaks. Chinese is written first. */
export const langs = ['zh', 'en'] as const;
export type Lang = (typeof langs)[number];

/** Interface words: both languages side by side, so that one cannot be forgotten. */
export type TwoText = Readonly<Record<Lang, string>>;

export function isLang(value: string): value is Lang {
  return value === 'zh' || value === 'en';
}

export function otherLang(lang: Lang): Lang {
  return lang === 'zh' ? 'en' : 'zh';
}

/** BCP 47 tags for `lang`, `hreflang` and feeds. */
export const languageTag: Readonly<Record<Lang, string>> = { zh: 'zh-Hans', en: 'en' };
