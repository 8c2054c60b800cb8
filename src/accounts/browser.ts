import type { TwoText } from '#language/lang.ts';
import { securityWords as words } from '#language/words/security.ts';

const browsers: readonly [mark: RegExp, name: TwoText][] = [
  [/MicroMessenger/, words.weChat],
  [/Edg(e|A|iOS)?\//, { zh: 'Edge', en: 'Edge' }],
  [/QQBrowser/, words.qqBrowser],
  [/360SE|360EE/, words.browser360],
  [/Firefox|FxiOS/, { zh: 'Firefox', en: 'Firefox' }],
  [/Chrome|CriOS/, { zh: 'Chrome', en: 'Chrome' }],
  [/Safari/, { zh: 'Safari', en: 'Safari' }],
];

const systems: readonly [mark: RegExp, name: TwoText][] = [
  [/HarmonyOS|OpenHarmony/, words.harmony],
  [/iPhone/, { zh: 'iPhone', en: 'iPhone' }],
  [/iPad/, { zh: 'iPad', en: 'iPad' }],
  [/Android/, words.android],
  [/Windows/, { zh: 'Windows', en: 'Windows' }],
  [/Mac OS X/, { zh: 'Mac', en: 'Mac' }],
  [/Linux/, { zh: 'Linux', en: 'Linux' }],
];

/** A browser in words, from a fixed list: nothing of what it calls itself is shown. */
export function browserInWords(agent: string): TwoText {
  const browser = browsers.find(([mark]) => mark.test(agent))?.[1];
  const system = systems.find(([mark]) => mark.test(agent))?.[1];
  if (browser && system) return words.browserOn(browser, system);
  return browser ?? system ?? words.unknownBrowser;
}
