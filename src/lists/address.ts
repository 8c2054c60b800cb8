import { isDay } from '#language/dates.ts';
import type { List } from './list.ts';

/** What the address of a list asks for, of what the list has: anything else in it is left out. */
export interface Asked {
  readonly filters: Readonly<Record<string, string>>;
  readonly sort: { readonly key: string; readonly descending: boolean };
  readonly columns: readonly string[];
  /** Where the page before ended. */
  readonly after?: string | undefined;
}

const longest = 200;

export function askedOf(list: List, query: URLSearchParams): Asked {
  const after = query.get('after');
  return {
    filters: Object.fromEntries(list.filters.flatMap((filter) => given(filter, query))),
    sort: sortOf(list, query.get('sort')),
    columns: columnsOf(list, query.getAll('columns')),
    ...(after !== null && after.length <= longest && { after }),
  };
}

function given({ key, kind, choices }: List['filters'][number], query: URLSearchParams): [string, string][] {
  const value = (query.get(key) ?? '').normalize('NFKC').replaceAll('\u0000', '').trim().slice(0, longest);
  const isKnown = {
    search: () => value !== '',
    choice: () => choices?.some((choice) => choice.value === value) ?? false,
    date: () => isDay(value),
  }[kind]();
  return isKnown ? [[key, value]] : [];
}

function sortOf(list: List, text: string | null): Asked['sort'] {
  const asked = readSort(text ?? '');
  const isSortable = list.columns.some((column) => column.sortable && column.key === asked.key);
  return isSortable ? asked : readSort(list.sort);
}

function readSort(text: string): Asked['sort'] {
  return text.startsWith('-') ? { key: text.slice(1), descending: true } : { key: text, descending: false };
}

function columnsOf(list: List, asked: readonly string[]): string[] {
  const wanted = new Set(asked.flatMap((text) => text.split(',')));
  const chosen = list.columns.filter(({ key }) => wanted.has(key));
  return (chosen.length > 0 ? chosen : list.columns.filter((column) => !column.extra)).map(({ key }) => key);
}

/** The query that asks for this again, in one spelling: what is usual is left out. */
export function addressOf(list: List, { filters, sort, columns, after }: Asked): string {
  const query = new URLSearchParams(filters);
  const sorted = `${sort.descending ? '-' : ''}${sort.key}`;
  if (sorted !== list.sort) query.set('sort', sorted);
  if (columns.join() !== columnsOf(list, []).join()) query.set('columns', columns.join(','));
  if (after !== undefined) query.set('after', after);
  const text = query.toString();
  return text === '' ? '' : `?${text}`;
}

/** The address of the list sorted by that column; by the same column again, the other way round. */
export function sortedBy(list: List, asked: Asked, key: string): string {
  const descending = asked.sort.key === key ? !asked.sort.descending : false;
  return addressOf(list, { ...asked, sort: { key, descending }, after: undefined });
}
