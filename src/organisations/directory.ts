import { z } from 'zod';
import { organisationPageWords as words } from '#language/words/organisation-page.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { normalise } from '#text/normalise.ts';
import { instituteKinds, organisationKinds, organisationSizes } from './organisation.ts';
import { honourLevels } from './part.ts';

const place = z.string().regex(/^\d{6}$/);

/** What an address may ask of the directory of organisations: one value for each filter, a text, an order, a place in it. */
export const organisationQuery = z.object({
  q: z
    .string()
    .max(100)
    .transform((text) => normalise(text.replace(/\p{Cc}/gu, ' ')).slice(0, 100))
    .optional(),
  kind: z.enum(organisationKinds).optional(),
  institute: z.enum(instituteKinds).optional(),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  province: place.optional(),
  city: place.optional(),
  industry: z
    .string()
    .regex(/^[a-z][a-z0-9-]{1,39}$/)
    .optional(),
  size: z.enum(organisationSizes).optional(),
  discipline: z
    .string()
    .regex(/^\d{3}$/)
    .optional(),
  honour: z.enum(honourLevels).optional(),
  sort: z.enum(['newest', 'name']).default('newest'),
  after: z
    .string()
    .max(300)
    .transform(parseCursor)
    .refine((cursor) => cursor !== undefined)
    .optional(),
});

export const facetKeys = [
  ...['kind', 'institute', 'province', 'city', 'zone'],
  ...['industry', 'discipline', 'size', 'honour'],
] as readonly FacetKey[];
export type FacetKey =
  'kind' | 'institute' | 'province' | 'city' | 'zone' | 'industry' | 'discipline' | 'size' | 'honour';
export const sorts = ['newest', 'name'] as const;
export type Sort = (typeof sorts)[number];

export type OrganisationFilter = { readonly [key in FacetKey | 'q']?: string | undefined };

/** The place behind one organisation: its name where names are the order, and its id. */
export interface OrganisationCursor {
  readonly name: string;
  readonly id: number;
}

export interface OrganisationQuery {
  readonly filter: OrganisationFilter;
  readonly sort: Sort;
  readonly after?: OrganisationCursor | undefined;
}

/** Reads the directory's address. Parameters it does not know are left alone; a wrong value is refused by name. */
export function parseOrganisationQuery(parameters: URLSearchParams): Outcome<OrganisationQuery> {
  const known = ['q', 'sort', 'after', ...facetKeys].flatMap((key) => {
    const value = parameters.get(key)?.trim();
    return value ? [[key, value] as const] : [];
  });
  const parsed = organisationQuery.safeParse(Object.fromEntries(known));
  if (parsed.success) {
    const { sort, after, ...filter } = parsed.data;
    return done({ filter, sort, after });
  }
  const wrong = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  return refused(...wrong.map((field) => ({ field, says: words.wrongFilter(field) })));
}

/** `苏州澄光光电有限公司~12`. */
export function formatCursor({ name, id }: OrganisationCursor): string {
  return `${name}~${id}`;
}

function parseCursor(text: string): OrganisationCursor | undefined {
  const parts = /^([^\p{Cc}]*)~(\d{1,15})$/u.exec(text);
  return parts && text.isWellFormed() ? { name: parts[1] ?? '', id: Number(parts[2]) } : undefined;
}

/** The whole state as parameters of an address: filters, then the order where it is not the usual one. */
export function organisationParameters({ filter, sort }: Omit<OrganisationQuery, 'after'>): Record<string, string> {
  const chosen = Object.entries({ ...filter, sort: sort === 'newest' ? undefined : sort });
  return Object.fromEntries(chosen.filter((pair): pair is [string, string] => Boolean(pair[1])));
}

export type DirectoryChange = { readonly [key in FacetKey | 'q' | 'sort' | 'after']?: string | undefined };

/** What of a choice makes no sense without what it hung on. */
const hangsOn: { readonly [key in FacetKey]?: readonly FacetKey[] } = { province: ['city', 'zone'], city: ['zone'] };

/** The directory's address with one thing changed; every change starts at the top. */
export function organisationsAddress(
  path: string,
  query: Omit<OrganisationQuery, 'after'>,
  change: DirectoryChange = {},
): string {
  const forgotten = facetKeys.filter((key) => key in change).flatMap((key) => hangsOn[key] ?? []);
  const forget = Object.fromEntries(forgotten.map((key) => [key, undefined]));
  const kind = 'kind' in change && change.kind !== 'institute' ? { institute: undefined } : {};
  const next = { ...organisationParameters(query), ...forget, ...kind, ...change };
  const pairs = Object.entries(next).filter(
    (pair): pair is [string, string] => Boolean(pair[1]) && pair[1] !== 'newest',
  );
  const text = new URLSearchParams(pairs).toString();
  return text === '' ? path : `${path}?${text}`;
}
