import type { Lang, TwoText } from '#language/lang.ts';
import { boardWords as words } from '#language/words/board.ts';
import { listingWords } from '#language/words/listings.ts';
import { boardAddress, deadlineBands, facetKeys, interests } from './board.ts';
import type { BoardFilter, BoardQuery, FacetKey } from './board.ts';
import { sidePaths, stages, type Side } from './listing.ts';

/** One value of a filter as it was counted; places, zones and industries bring their names along. */
export interface CountedValue {
  readonly facet: FacetKey | 'total';
  readonly value: string;
  readonly count: number;
  readonly name: TwoText | undefined;
}

export interface FacetChoices {
  readonly key: FacetKey;
  readonly heading: string;
  readonly choices: readonly {
    readonly name: string;
    readonly count: number;
    readonly chosen: boolean;
    readonly href: string;
  }[];
}

/** Values that have an order of their own; all others come most frequent first. */
const ownOrder: { readonly [key in FacetKey]?: readonly string[] } = {
  stage: stages,
  deadline: deadlineBands,
  interest: interests,
};

export function boardPath(side: Side, lang: Lang): string {
  return `/${lang}/${sidePaths[side]}`;
}

/** Every filter with its values, how many listings each would show, and where its link leads; a chosen value is taken away. */
export function facetChoices(counted: readonly CountedValue[], query: BoardQuery, lang: Lang): FacetChoices[] {
  const path = boardPath(query.side, lang);
  return facetKeys[query.side].map((key) => {
    const values = counted.filter((one) => one.facet === key);
    const choices = inOrder(key, values).map(({ value, count, name }) => {
      const chosen = query.filter[key] === value;
      const href = boardAddress(path, query, { [key]: chosen ? undefined : value });
      return { name: (name ?? valueName(key, value))[lang], count, chosen, href };
    });
    return { key, heading: words.facet[key][lang], choices };
  });
}

function inOrder(key: FacetKey, values: readonly CountedValue[]): readonly CountedValue[] {
  const order = ownOrder[key];
  return order ? [...values].sort((a, b) => order.indexOf(a.value) - order.indexOf(b.value)) : values;
}

const names: { readonly [key in FacetKey]?: Readonly<Record<string, TwoText>> } = {
  kind: listingWords.kind,
  stage: listingWords.stage,
  cooperation: listingWords.cooperation,
  deadline: words.deadline,
  interest: words.interest,
  language: words.language,
};

/** What a value is called when it is not a record. */
function valueName(key: FacetKey | 'q', value: string): TwoText {
  const known = key === 'q' ? undefined : names[key]?.[value];
  return known ?? { zh: value, en: value };
}

export interface ChosenFilter {
  readonly name: string;
  readonly href: string;
}

/** What is chosen now, each with the address without it. `known` has the names of the chosen place, zone and industry. */
export function chosenFilters(query: BoardQuery, known: ReadonlyMap<string, TwoText>, lang: Lang): ChosenFilter[] {
  const path = boardPath(query.side, lang);
  return filterNames(query.side, query.filter, known).map(({ key, name }) => ({
    name: name[lang],
    href: boardAddress(path, query, { [key]: undefined }),
  }));
}

/** A filter in words, one after the other. */
export function filterNames(
  side: Side,
  filter: BoardFilter,
  known: ReadonlyMap<string, TwoText>,
): { key: FacetKey | 'q'; name: TwoText }[] {
  return (['q', ...facetKeys[side]] as const).flatMap((key) => {
    const value = filter[key];
    return value ? [{ key, name: known.get(value) ?? valueName(key, value) }] : [];
  });
}

/** How many listings fit altogether. */
export function totalOf(counted: readonly CountedValue[]): number {
  return counted.find((one) => one.facet === 'total')?.count ?? 0;
}
