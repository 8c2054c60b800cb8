import { error } from '@sveltejs/kit';
import { parseBoardQuery, type BoardQuery } from '#listings/board.ts';
import type { Side } from '#listings/listing.ts';

/** What this address asks of its board; what cannot be meant is told in words. */
export function askedOf({ lang }: App.Locals, side: Side, url: URL): BoardQuery {
  const query = parseBoardQuery(side, url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[lang]).join(' '));
  return query.value;
}
