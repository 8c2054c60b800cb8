import { z } from 'zod';
import { langs } from '#language/lang.ts';
import { boardWords as words } from '#language/words/board.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { normalise } from '#text/normalise.ts';
import { cooperations, needKinds, offerKinds, sidePaths, stages, type Side } from './listing.ts';

/** Days until a need must be solved; `passed` when that day is over, `none` where there is no such day. */
export const deadlineBands = ['30', '90', '365', 'later', 'none', 'passed'] as const;

/** Whether interest is welcome: yes, not now, or no more because it is closed or expired. */
export const interests = ['open', 'shut', 'over'] as const;

/** How a listing stands to interest, as its card says and its filter asks. */
export function interestOf({
  state,
  isOpen,
}: {
  readonly state: string;
  readonly isOpen: boolean;
}): (typeof interests)[number] {
  if (state !== 'published') return 'over';
  return isOpen ? 'open' : 'shut';
}

export const sorts = ['newest', 'ending', 'budget'] as const;
export type Sort = (typeof sorts)[number];

const common = {
  q: z
    .string()
    .max(100)
    .transform((text) => normalise(text.replace(/\p{Cc}/gu, ' ')).slice(0, 100))
    .optional(),
  industry: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .optional(),
  province: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  cooperation: z.enum(cooperations).optional(),
  interest: z.enum(interests).optional(),
  language: z.enum(langs).optional(),
  sort: z.enum(sorts).default('newest'),
  after: z
    .string()
    .max(40)
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
};

/** What an address may ask of the board of each side. */
export const boardQuery = {
  need: z.object({ ...common, kind: z.enum(needKinds).optional(), deadline: z.enum(deadlineBands).optional() }),
  offer: z.object({ ...common, kind: z.enum(offerKinds).optional(), stage: z.enum(stages).optional() }),
} as const;

export const facetKeys = {
  need: ['kind', 'industry', 'province', 'zone', 'deadline', 'cooperation', 'interest', 'language'],
  offer: ['kind', 'industry', 'province', 'zone', 'stage', 'cooperation', 'interest', 'language'],
} as const;
export type FacetKey = (typeof facetKeys)[Side][number];

export type BoardFilter = { readonly [key in FacetKey | 'q']?: string | undefined };

/** The place on a board behind one listing: what it is sorted by, and its number between equals. */
export interface BoardCursor {
  readonly key: string;
  readonly id: number;
}

export interface BoardQuery {
  readonly side: Side;
  readonly filter: BoardFilter;
  readonly sort: Sort;
  /** Where the page before this one ended; undefined for the first page. */
  readonly after?: BoardCursor | undefined;
}

/** Reads a board's address. Parameters it does not know are left alone; a wrong value is refused by name. */
export function parseBoardQuery(side: Side, parameters: URLSearchParams): Outcome<BoardQuery> {
  const known = ['q', 'sort', 'after', ...facetKeys[side]].flatMap((key) => {
    const value = parameters.get(key)?.trim();
    return value ? [[key, value] as const] : [];
  });
  const parsed = boardQuery[side].safeParse(Object.fromEntries(known));
  if (parsed.success) {
    const { sort, after, ...filter } = parsed.data;
    return done({ side, filter, sort, after });
  }
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  return refused(...wrong.map((field) => ({ field, says: words.wrongFilter(field) })));
}

/** `-1706749200000000~17`: the sorted figure, then the number. */
export function formatCursor({ key, id }: BoardCursor): string {
  return `${key}~${id}`;
}

function parseCursor(text: string): BoardCursor | undefined {
  const parts = /^(-?\d{1,16}(?:\.\d{1,2})?)~(\d{1,15})$/.exec(text);
  return parts ? { key: parts[1] ?? '', id: Number(parts[2]) } : undefined;
}

export type BoardChange = { readonly [key in FacetKey | 'q' | 'sort' | 'after']?: string | undefined };

export function listingPath({ side, id }: { readonly side: Side; readonly id: number }): string {
  return `/${sidePaths[side]}/${id}`;
}

/** The whole state as parameters of an address: filters, then the order where it is not the usual one. */
export function boardParameters({ filter, sort }: Pick<BoardQuery, 'filter' | 'sort'>): Record<string, string> {
  const chosen = Object.entries({ ...filter, sort: sort === 'newest' ? undefined : sort });
  return Object.fromEntries(chosen.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

/** A board's address with one thing changed. A new province forgets the zone; every change starts at the top. */
export function boardAddress(
  path: string,
  query: Pick<BoardQuery, 'filter' | 'sort'>,
  change: BoardChange = {},
): string {
  const forget = 'province' in change ? { zone: undefined } : {};
  const next = { ...boardParameters(query), ...forget, ...change };
  const pairs = Object.entries(next).filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && pair[1] !== 'newest',
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
}
