import { langs, type Lang } from '#language/lang.ts';
import { filledIn, type Purpose, type Template, type Values } from './template.ts';

/** A template that was chosen by the address, filled in for the form that it is for. */
export interface Filled {
  readonly purpose: Purpose;
  readonly text: string;
  /** As the address says it. */
  readonly chosen: string;
}

/** What `?template=12.zh` asks for, among those that are offered; anything else is nothing. */
export function filledFrom(
  templates: readonly Template[],
  chosen: string | null,
  valuesIn: (lang: Lang) => Values,
): Filled | undefined {
  const lang = langs.find((one) => chosen?.endsWith(`.${one}`));
  const template = lang && templates.find(({ key }) => `${key}.${lang}` === chosen);
  if (!template || !chosen) return undefined;
  return { purpose: template.purpose, chosen, text: filledIn(template.body[lang], valuesIn(lang)) };
}
