import { isLang } from '#language/lang.ts';
import { kinds } from './entry.ts';

/** What hits can be narrowed by, in the order the page lists it. The names are those of the address. */
export const facets = ['kind', 'province', 'city', 'zone', 'column', 'industry', 'year', 'language'] as const;
export type Facet = (typeof facets)[number];

export type Filters = Readonly<Partial<Record<Facet, string>>>;

const shapes: Readonly<Record<Facet, (value: string) => boolean>> = {
  kind: (value) => (kinds as readonly string[]).includes(value),
  province: (value) => /^\d{6}$/.test(value),
  city: (value) => /^\d{6}$/.test(value),
  zone: (value) => /^\d{8}$/.test(value),
  column: (value) => /^[a-z][a-z0-9-]{0,39}$/.test(value),
  industry: (value) => /^[\w-]{1,40}$/.test(value),
  year: (value) => /^\d{4}$/.test(value),
  language: isLang,
};

/** The filters an address asks for; a value that cannot be one is left out, so an old or mistyped address still answers. */
export function filtersOf(params: URLSearchParams): Filters {
  const asked = facets.map((facet) => [facet, params.get(facet) ?? ''] as const);
  return Object.fromEntries(asked.filter(([facet, value]) => shapes[facet](value)));
}
