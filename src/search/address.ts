import { facets, filtersOf, type Filters } from './filter.ts';
import { longestQuery } from './query.ts';

/** What a search page shows; its address holds all of it. */
export interface SearchState {
  readonly text: string;
  readonly filters: Filters;
  /** Counted from 1. */
  readonly page: number;
}

export const hitsOnPage = 20;
/** Nobody reads further, and every page back costs as much as the first. */
export const lastPage = 50;

/** Reads an address; what it cannot mean is left out, so that every address shows something. */
export function stateOf(params: URLSearchParams): SearchState {
  const page = Number(params.get('page') ?? 1);
  return {
    text: (params.get('q') ?? '').trim().slice(0, longestQuery),
    filters: filtersOf(params),
    page: Number.isInteger(page) && page >= 1 && page <= lastPage ? page : 1,
  };
}

/** The parameters of a state, in one order: the same page has one address. */
export function paramsOf({ text, filters, page }: SearchState): Record<string, string> {
  const chosen = facets.flatMap((facet) => (filters[facet] ? [[facet, filters[facet]] as const] : []));
  return { ...(text && { q: text }), ...Object.fromEntries(chosen), ...(page > 1 && { page: String(page) }) };
}

export function addressOf(path: string, state: SearchState): string {
  const query = new URLSearchParams(paramsOf(state)).toString();
  return query === '' ? path : `${path}?${query}`;
}

/** The state with a filter set, or taken away when it is chosen already; from the first page on. */
export function toggled(state: SearchState, facet: keyof Filters, value: string): SearchState {
  const { [facet]: chosen, ...others } = state.filters;
  return { ...state, page: 1, filters: chosen === value ? others : { ...others, [facet]: value } };
}
