import { z } from 'zod';
import { langs } from '#language/lang.ts';
import { isoOf } from '#language/dates.ts';
import { kinds } from './entry.ts';
import type { Hit } from './hits.server.ts';
import type { Part } from './snippet.ts';

/** What the public may ask of search through the API; `after` counts the hits already read. */
export const searchQuery = z.object({
  q: z.string().trim().min(1).max(200),
  lang: z.enum(langs).default('zh'),
  kind: z.enum(kinds).optional(),
  province: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  city: z
    .string()
    .regex(/^\d{6}$/)
    .optional(),
  zone: z
    .string()
    .regex(/^\d{8}$/)
    .optional(),
  column: z
    .string()
    .regex(/^[a-z][a-z0-9-]{0,39}$/)
    .optional(),
  industry: z
    .string()
    .regex(/^[\w-]{1,40}$/)
    .optional(),
  year: z
    .string()
    .regex(/^\d{4}$/)
    .optional(),
  language: z.enum(langs).optional(),
  after: z.coerce.number().int().min(0).max(1000).default(0),
  limit: z.coerce.number().int().min(1).max(50).default(20),
});

export const publicHit = z.object({
  kind: z.enum(kinds),
  id: z.string(),
  language: z.enum(langs),
  title: z.string(),
  snippet: z.string(),
  date: z.iso.datetime({ offset: true }).nullable(),
  sample: z.boolean(),
  url: z.url(),
});

export function toPublicHit(hit: Hit, origin: string): z.input<typeof publicHit> {
  const { kind, id, lang, path, at, sample } = hit;
  return {
    ...{ kind, id, sample },
    language: lang,
    title: textOf(hit.title),
    snippet: textOf(hit.snippet),
    date: at ? isoOf(at) : null,
    url: `${origin}/${lang}${path}`,
  };
}

function textOf(parts: readonly Part[]): string {
  return parts.map((part) => part.text).join('');
}
