import type { Lang } from '#language/lang.ts';

/** The language of the person at the terminal, by the locale they set; English where it says nothing. */
export function terminalLang(environment: Readonly<Record<string, string | undefined>>): Lang {
  const locale = environment['LC_ALL'] || environment['LC_MESSAGES'] || environment['LANG'] || '';
  return /^zh/i.test(locale) ? 'zh' : 'en';
}
