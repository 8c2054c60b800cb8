import { z } from 'zod';
import { emailSchema } from '#accounts/account.ts';
import { langs } from '#language/lang.ts';
import { boardParameters, parseBoardQuery, type BoardFilter } from './board.ts';
import { sides, type Side } from './listing.ts';

/** How often a mail says what is new. */
export const rhythms = ['at-once', 'daily', 'weekly'] as const;
export type Rhythm = (typeof rhythms)[number];

/** What somebody wants to hear of, before the address has said so itself. */
export const wishSchema = z.strictObject({
  email: emailSchema,
  lang: z.enum(langs),
  rhythm: z.enum(rhythms),
  side: z.enum(sides),
  query: z.string().max(2000),
});
export type Wish = z.output<typeof wishSchema>;

/** The filters as text, in one order: the same question is one subscription. The order of a board is no part of it. */
export function queryOf(filter: BoardFilter): string {
  const text = new URLSearchParams(boardParameters({ filter, sort: 'newest' }));
  text.sort();
  return text.toString();
}

/** The filters again; a value that boards no longer know is as if it had not been asked for. */
export function filterOf(side: Side, query: string): BoardFilter {
  const given = [...new URLSearchParams(query)];
  const known = given.filter((pair) => parseBoardQuery(side, new URLSearchParams([pair])).ok);
  const parsed = parseBoardQuery(side, new URLSearchParams(known));
  return parsed.ok ? parsed.value.filter : {};
}
