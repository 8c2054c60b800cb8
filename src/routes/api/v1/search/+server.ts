import { toPublicHit } from '#search/public.ts';
import { findHits } from '#search/read.server.ts';
import { nextAddress, reading } from '../answer.ts';
import { endpoints } from '../endpoints.ts';

export const { GET, OPTIONS, fallback } = reading(endpoints.search, async (event, query) => {
  const { q: text, lang, limit, after: offset, ...filters } = query;
  const { config, database } = event.locals;
  const found = await findHits(database.db, { text, lang, limit, offset, filters: withoutUndefined(filters) });
  const read = offset + found.hits.length;
  const more = found.hits.length === limit && read < found.total;
  return {
    data: found.hits.map((hit) => toPublicHit(hit, config.origin)),
    total: found.total,
    next: nextAddress(event, more ? read : undefined),
  };
});

function withoutUndefined(filters: Readonly<Record<string, string | undefined>>): Record<string, string> {
  return Object.fromEntries(Object.entries(filters).flatMap(([key, value]) => (value ? [[key, value]] : [])));
}
