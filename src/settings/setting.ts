import type { z } from 'zod';
import type { TwoText } from '#language/lang.ts';
import { settingsWords as words } from '#language/words/settings.ts';
import type { Problem } from '#platform/outcome.ts';
import type { Site } from '#platform/site.ts';

type TextKey = { [Key in keyof Site]-?: Site[Key] extends TwoText ? Key : never }[keyof Site];

/** What is said in both languages, in the order of the form. */
export const twoTextSettings = [
  'name',
  'slogan',
  'description',
  'host',
  'operator',
  'address',
  'copyright',
] as const satisfies readonly TextKey[];

export function isTwoText(key: string): boolean {
  return twoTextSettings.some((one) => one === key);
}

/** What is the same in both. */
export const lineSettings = ['siteCode', 'icp', 'policeRecord', 'phone', 'fax', 'email', 'securityContact'] as const;

export const switchSettings = ['government', 'ipv6'] as const;

/** Every field of the form by its name, as it was typed. */
export type Typed = Readonly<Record<string, string>>;

export function typedOf(site: Site): Typed {
  const two = twoTextSettings.flatMap((key) => [
    [`${key}.zh`, site[key].zh],
    [`${key}.en`, site[key].en],
  ]);
  const lines = lineSettings.map((key) => [key, site[key] ?? '']);
  const switches = switchSettings.flatMap((key) => (site[key] ? [[key, 'on']] : []));
  return Object.fromEntries([...two, ...lines, ...switches]) as Typed;
}

/** What the verb is asked: a field that is empty says nothing. */
export function siteOf(typed: Typed): object {
  const said = (name: string) => (typed[name] ?? '').trim();
  const two = twoTextSettings.map((key) => [key, { zh: said(`${key}.zh`), en: said(`${key}.en`) }]);
  const lines = lineSettings.map((key) => [key, key === 'siteCode' ? said(key) || undefined : said(key)]);
  const switches = switchSettings.map((key) => [key, typed[key] !== undefined]);
  return Object.fromEntries([...two, ...lines, ...switches]) as object;
}

const says: Readonly<Partial<Record<string, TwoText>>> = {
  name: words.nameMissing,
  siteCode: words.siteCodeWrong,
  email: words.emailWrong,
  securityContact: words.contactWrong,
};

/** What is wrong, beside the field it is wrong in. */
export function settingProblems({ issues }: z.ZodError): Problem[] {
  const places = new Map(issues.map(({ path }) => [path.join('.'), String(path[0])]));
  return [...places].map(([field, key]) => ({ field, says: says[key] ?? words.tooLong }));
}
