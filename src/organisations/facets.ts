import type { Lang, TwoText } from '#language/lang.ts';
import { organisationPageWords as page } from '#language/words/organisation-page.ts';
import { organisationWords as words } from '#language/words/organisations.ts';
import { facetKeys, organisationsAddress, type FacetKey, type OrganisationQuery } from './directory.ts';
import { organisationSizes } from './organisation.ts';
import { honourLevels } from './part.ts';

/** One value of a filter as it was counted; places, zones, industries and disciplines bring their names along. */
export interface CountedValue {
  readonly facet: FacetKey | 'total';
  readonly value: string;
  readonly count: number;
  readonly name: TwoText | undefined;
}

const ownOrder: { readonly [key in FacetKey]?: readonly string[] } = { size: organisationSizes, honour: honourLevels };

/** Before a province is chosen only the cities with most organisations show, and the same of zones. */
const withoutProvince = 8;

/** Every filter with its values, how many organisations each would show, and where its link leads. */
export function facetChoices(counted: readonly CountedValue[], query: OrganisationQuery, lang: Lang) {
  return facetKeys.map((key) => {
    const values = shownOf(key, counted, query);
    const choices = values.map(({ value, count, name }) => {
      const chosen = query.filter[key] === value;
      const href = organisationsAddress(`/${lang}/organisations`, query, { [key]: chosen ? undefined : value });
      return { name: (name ?? valueName(key, value))[lang], count, chosen, href };
    });
    return { key, heading: page.facets[key][lang], choices };
  });
}

function shownOf(key: FacetKey, counted: readonly CountedValue[], { filter }: OrganisationQuery) {
  const values = counted.filter(({ facet }) => facet === key);
  const order = ownOrder[key];
  if (order) return values.sort((one, other) => order.indexOf(one.value) - order.indexOf(other.value));
  const isWide = (key === 'city' || key === 'zone') && !filter.province;
  return isWide ? values.slice(0, withoutProvince) : values;
}

const named: { readonly [key in FacetKey]?: Readonly<Record<string, TwoText>> } = {
  kind: words.kinds,
  institute: words.instituteKinds,
  size: words.sizes,
  honour: words.levels,
};

function valueName(key: FacetKey | 'q', value: string): TwoText {
  const words = key === 'q' ? undefined : named[key]?.[value];
  return words ?? { zh: value, en: value };
}

/** What is chosen now, each with the address without it. */
export function chosenFilters(query: OrganisationQuery, names: ReadonlyMap<string, TwoText>, lang: Lang) {
  return (['q', ...facetKeys] as const).flatMap((key) => {
    const value = query.filter[key];
    if (!value) return [];
    const name = (names.get(`${key} ${value}`) ?? valueName(key, value))[lang];
    return [{ name, href: organisationsAddress(`/${lang}/organisations`, query, { [key]: undefined }) }];
  });
}

export function totalOf(counted: readonly CountedValue[]): number {
  return counted.find(({ facet }) => facet === 'total')?.count ?? 0;
}
