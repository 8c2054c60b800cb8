import { sql } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { Side } from './listing.ts';
import { boardRows, chosen, holdsWords } from './read-board-rows.server.ts';
import { filterOf } from './subscription.ts';

interface Asked {
  readonly side: Side;
  readonly query: string;
}

export interface Fresh {
  readonly id: number;
  readonly publishedAt: Date;
}

/** A mail is never later than this: the longest rhythm, and a worker that was away. */
const lookBackDays = 30;

/** For each of these questions what has come onto its board lately, newest first: one look for all of them. */
export async function freshFor(
  tx: Tx,
  all: readonly Asked[],
  today: string,
): Promise<ReadonlyMap<string, readonly Fresh[]>> {
  const questions = [...new Map(all.map((one) => [keyOf(one), one])).values()];
  if (questions.length === 0) return new Map();
  const parts = questions.map(({ side, query }, place) => {
    const question = { side, filter: filterOf(side, query), today };
    return sql`select ${place}::int as place, b.id, b.published_at from ${sql.raw(`fresh_${side}`)} b
      where ${chosen(question)} and ${holdsWords(question)}`;
  });
  const { rows } = await tx.execute<{ place: number; id: string; published_at: Date }>(sql`
    with fresh_need as materialized (select * from ${boardRows('need')} b where b.interest <> 'over' and ${isLate}),
      fresh_offer as materialized (select * from ${boardRows('offer')} b where b.interest <> 'over' and ${isLate})
    select * from (${sql.join(parts, sql` union all `)}) found order by place, published_at desc, id desc`);
  const found = Map.groupBy(rows, ({ place }) => keyOf(questions[place] ?? { side: 'need', query: '' }));
  return new Map(
    [...found].map(([key, all]) => [
      key,
      all.map((row) => ({ id: Number(row.id), publishedAt: new Date(row.published_at) })),
    ]),
  );
}

const isLate = sql`b.published_at > now() - ${lookBackDays} * interval '1 day'`;

export function keyOf({ side, query }: Asked): string {
  return `${side} ${query}`;
}
