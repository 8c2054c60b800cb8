import type { TwoText } from '#language/lang.ts';
import { phraseFinder } from './phrases.ts';
import { industryThemes } from './themes-industry.ts';
import { lifeThemes } from './themes-life.ts';

/** How much of each field of technology a text speaks of; as a vector its length is 1, or 0 where it speaks of none. */
export type Themes = ReadonlyMap<number, number>;

interface Theme {
  readonly name: TwoText;
  readonly words: readonly string[];
}

const themes: readonly Theme[] = [lifeThemes, industryThemes].flatMap((text) => text.trim().split('\n').map(themeOf));

function themeOf(line: string): Theme {
  const [head = '', words = ''] = line.split(': ');
  const [, zh = '', ...en] = head.split(' ');
  return { name: { zh, en: en.join(' ') }, words: words.split(' ') };
}

const themesWith = new Map<string, number[]>();
themes.forEach(({ words }, theme) => {
  for (const word of words) themesWith.set(word, [...(themesWith.get(word) ?? []), theme]);
});

const find = phraseFinder(themesWith);

/** A long word says more than a short one, a single character least; what speaks of many fields speaks little of each. */
function weightOf(phrase: string, fields: number): number {
  const length = /^[a-z]/.test(phrase) ? 3 : phrase.length;
  return (length === 1 ? 0.5 : Math.sqrt(length)) / fields ** 0.7;
}

/** `heading` decides; `text` may speak of much in passing, so that it counts less and its repetitions hardly. */
export function themesOf(heading: string, text: string): Themes {
  const headed = unit(powers(counted(heading), 0.8));
  const told = unit(powers(counted(text), 0.4));
  const both = new Map(headed);
  for (const [theme, weight] of told) both.set(theme, (both.get(theme) ?? 0) + 0.7 * weight);
  return unit(both);
}

function counted(text: string): Map<number, number> {
  const weights = new Map<number, number>();
  for (const { phrase, means } of find(text)) {
    for (const theme of means) weights.set(theme, (weights.get(theme) ?? 0) + weightOf(phrase, means.length));
  }
  return weights;
}

function powers(weights: ReadonlyMap<number, number>, power: number): Map<number, number> {
  return new Map([...weights].map(([theme, weight]) => [theme, weight ** power]));
}

export function unit(weights: ReadonlyMap<number, number>): Map<number, number> {
  const length = Math.hypot(...weights.values());
  return new Map([...weights].map(([theme, weight]) => [theme, weight / length]));
}

/** What two texts share, weightiest first; the shares add up to the cosine of both. */
export function sharedThemes(one: Themes, other: Themes): { readonly theme: number; readonly share: number }[] {
  return [...one]
    .map(([theme, weight]) => ({ theme, share: weight * (other.get(theme) ?? 0) }))
    .filter(({ share }) => share > 0)
    .sort((a, b) => b.share - a.share || a.theme - b.theme);
}

export function themeName(theme: number): TwoText {
  return themes[theme]?.name ?? { zh: '', en: '' };
}
