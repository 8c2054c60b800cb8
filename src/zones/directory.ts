import { z } from 'zod';
import { zoneWords as words } from '#language/words/zones.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { normalise } from '#text/normalise.ts';
import { areaBands, decades } from './bands.ts';
import { zoneLevels } from './zone.ts';

const place = z.string().regex(/^\d{6}$/);

/** What an address may ask of the directory: one value for each filter, a text, an order, and where the last page ended. */
export const directoryQuery = z.object({
  q: z
    .string()
    .max(100)
    .transform((text) => normalise(text.replace(/\p{Cc}/gu, ' ')).slice(0, 100))
    .optional(),
  province: place.optional(),
  city: place.optional(),
  level: z.enum(zoneLevels).optional(),
  type: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  industry: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .optional(),
  decade: z.enum(decades).optional(),
  area: z.enum(areaBands).optional(),
  sort: z.enum(['code', 'name', 'area', 'year']).default('code'),
  after: z
    .string()
    .max(120)
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
});

export const facetKeys = ['level', 'type', 'province', 'city', 'industry', 'decade', 'area'] as const;
export type FacetKey = (typeof facetKeys)[number];
export type Sort = z.output<typeof directoryQuery>['sort'];
export const sorts: readonly Sort[] = ['code', 'name', 'area', 'year'];

export type DirectoryFilter = { readonly [key in FacetKey | 'q']?: string | undefined };

export interface DirectoryQuery {
  readonly filter: DirectoryFilter;
  readonly sort: Sort;
  /** Where the page before this one ended; undefined for the first page. */
  readonly after?: DirectoryCursor | undefined;
}

/** The place in the list behind one zone: what it is sorted by, and its code between equals. */
export interface DirectoryCursor {
  readonly key: string;
  readonly code: string;
}

/** Reads the directory's address. Parameters it does not know are left alone; a wrong value is refused by name. */
export function parseDirectoryQuery(parameters: URLSearchParams): Outcome<DirectoryQuery> {
  const known = ['q', 'sort', 'after', ...facetKeys].flatMap((key) => {
    const value = parameters.get(key)?.trim();
    return value ? [[key, value] as const] : [];
  });
  const parsed = directoryQuery.safeParse(Object.fromEntries(known));
  if (parsed.success && cursorFits(parsed.data)) {
    const { sort, after, ...filter } = parsed.data;
    return done({ filter, sort, after });
  }
  const wrong = [...new Set(parsed.error?.issues.map((issue) => String(issue.path[0])) ?? ['after'])];
  return refused(...wrong.map((field) => ({ field, says: words.wrongFilter(field) })));
}

/** Behind which zone to go on is a figure where the order is by a figure. */
export function cursorFits({ sort, after }: Pick<DirectoryQuery, 'sort' | 'after'>): boolean {
  return after === undefined || !['area', 'year'].includes(sort) || /^-?\d{1,12}(\.\d{1,4})?$/.test(after.key);
}

/** `213.00~32101026`: the sorted value, then the code. */
export function formatCursor(cursor: DirectoryCursor): string {
  return `${cursor.key}~${cursor.code}`;
}

function parseCursor(text: string): DirectoryCursor | undefined {
  const parts = /^([^\p{Cc}]*)~(\d{8})$/u.exec(text);
  return parts ? { key: parts[1] ?? '', code: parts[2] ?? '' } : undefined;
}

export type DirectoryChange = { readonly [key in FacetKey | 'q' | 'sort' | 'after']?: string | undefined };

/** The whole state as parameters of an address: filters, then the order where it is not the usual one. */
export function directoryParameters({ filter, sort }: Omit<DirectoryQuery, 'after'>): Record<string, string> {
  const chosen = Object.entries({ ...filter, sort: sort === 'code' ? undefined : sort });
  return Object.fromEntries(chosen.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

/** The directory's address with one thing changed. A new province forgets the city; every change starts at the top. */
export function directoryAddress(
  path: string,
  query: Omit<DirectoryQuery, 'after'>,
  change: DirectoryChange = {},
): string {
  const forget = 'province' in change ? { city: undefined } : {};
  const next = { ...directoryParameters(query), ...forget, ...change };
  const pairs = Object.entries(next).filter((pair): pair is [string, string] => Boolean(pair[1]) && pair[1] !== 'code');
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
}
