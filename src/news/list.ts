import { z } from 'zod';
import { newsWords as words } from '#language/words/news.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

/** What an address may ask of a list of news; each key is one filter, `after` is where the last page ended. */
export const listQuery = z.object({
  column: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  city: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  province: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  year: z
    .string()
    .regex(/^(19|20)\d\d$/)
    .optional(),
  after: z
    .string()
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
});

export type ListFilter = Omit<z.output<typeof listQuery>, 'after'>;
const filterKeys = ['column', 'city', 'province', 'zone', 'year'] as const;

export interface ListQuery {
  readonly filter: ListFilter;
  /** Where the page before this one ended; undefined for the newest. */
  readonly after?: Cursor | undefined;
}

/** The place in a list after one article: newest first, the id decides between equal times. */
export interface Cursor {
  readonly publishedAt: Date;
  readonly id: number;
}

/** Reads a list's address. Parameters it does not know are left alone; a wrong value is refused by name. */
export function parseListQuery(parameters: URLSearchParams): Outcome<ListQuery> {
  const known = ['after', ...filterKeys].flatMap((key) => {
    const value = parameters.get(key);
    return value ? [[key, value] as const] : [];
  });
  const parsed = listQuery.safeParse(Object.fromEntries(known));
  if (parsed.success) return done(split(parsed.data));
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  return refused(...wrong.map((field) => ({ field, says: words.wrongFilter(field) })));
}

function split({ after, ...filter }: z.output<typeof listQuery>): ListQuery {
  return { filter, after };
}

/** `1706749200000-17`: short, opaque to readers, and nothing in it needs escaping. */
export function formatCursor(cursor: Cursor): string {
  return `${cursor.publishedAt.getTime()}-${cursor.id}`;
}

function parseCursor(text: string): Cursor | undefined {
  const parts = /^(-?\d{1,14})-(\d{1,15})$/.exec(text);
  return parts ? { publishedAt: new Date(Number(parts[1])), id: Number(parts[2]) } : undefined;
}

/** The address of a list with one filter set, or taken away; a new filter starts at the newest article. */
export function listAddress(
  path: string,
  filter: ListFilter,
  change: { readonly [key in keyof ListFilter]: string | undefined } & { after?: string },
): string {
  const next = { ...filter, ...change };
  const pairs = Object.entries(next).filter((pair): pair is [string, string] => typeof pair[1] === 'string');
  const query = new URLSearchParams(pairs).toString();
  return query === '' ? path : `${path}?${query}`;
}
