import type { Lang, TwoText } from '#language/lang.ts';
import { zoneWords as words } from '#language/words/zones.ts';
import { areaBands, areaName, decadeName, decades } from './bands.ts';
import { directoryAddress, facetKeys, type DirectoryQuery, type FacetKey } from './directory.ts';
import { typeName, zoneTypes } from './types.ts';
import { zoneLevels } from './zone.ts';

/** One value of a filter as it was counted; places and industries bring their names along. */
export interface CountedValue {
  readonly facet: FacetKey | 'total';
  readonly value: string;
  readonly count: number;
  readonly name: TwoText | undefined;
}

export interface FacetChoice {
  readonly name: string;
  readonly count: number;
  readonly chosen: boolean;
  readonly href: string;
}

export interface FacetChoices {
  readonly key: FacetKey;
  readonly heading: string;
  readonly choices: readonly FacetChoice[];
}

/** Values that have an order of their own; all others come most frequent first. */
const ownOrder: { readonly [key in FacetKey]?: readonly string[] } = {
  level: zoneLevels,
  type: zoneTypes.map((type) => type.code),
  decade: [...decades].reverse(),
  area: areaBands,
};

/** Cities of all provinces at once are a few hundred: before a province is chosen only the ones with most zones show. */
const citiesWithoutProvince = 8;

/** Every filter with its values, how many zones each would show, and where its link leads; a chosen value is taken away. */
export function facetChoices(counted: readonly CountedValue[], query: DirectoryQuery, lang: Lang): FacetChoices[] {
  const path = `/${lang}/zones`;
  return facetKeys.map((key) => {
    const values = inOrder(
      key,
      counted.filter((one) => one.facet === key),
    );
    const shown = key === 'city' && !query.filter.province ? values.slice(0, citiesWithoutProvince) : values;
    const choices = shown.map(({ value, count, name }) => {
      const chosen = query.filter[key] === value;
      const href = directoryAddress(path, query, { [key]: chosen ? undefined : value });
      return { name: (name ?? valueName(key, value))[lang], count, chosen, href };
    });
    return { key, heading: words.facet[key][lang], choices };
  });
}

function inOrder(key: FacetKey, values: readonly CountedValue[]): readonly CountedValue[] {
  const order = ownOrder[key];
  return order ? [...values].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : values;
}

/** What a value is called when it is not a record: a level, a type, a decade, a band. */
export function valueName(key: FacetKey | 'q', value: string): TwoText {
  if (key === 'level') return words.level[value === 'national' ? 'national' : 'provincial'];
  if (key === 'type') return typeName(value);
  if (key === 'decade') return decadeName(value);
  if (key === 'area') return areaName(value);
  return { zh: value, en: value };
}

export interface ChosenFilter {
  readonly name: string;
  readonly href: string;
}

/** What is chosen now, each with the address without it. `names` knows the chosen places and industries. */
export function chosenFilters(query: DirectoryQuery, names: ReadonlyMap<string, TwoText>, lang: Lang): ChosenFilter[] {
  const keys = ['q', ...facetKeys] as const;
  return keys.flatMap((key) => {
    const value = query.filter[key];
    if (!value) return [];
    const name = (names.get(value) ?? valueName(key, value))[lang];
    return [{ name, href: directoryAddress(`/${lang}/zones`, query, { [key]: undefined }) }];
  });
}

/** How many zones fit altogether. */
export function totalOf(counted: readonly CountedValue[]): number {
  return counted.find((one) => one.facet === 'total')?.count ?? 0;
}
