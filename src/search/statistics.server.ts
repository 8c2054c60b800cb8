import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';

/** How common terms are, as PostgreSQL's own sampling knows it. */
export interface Statistics {
  readonly entries: number;
  /** About how many entries hold the lexeme; for a rare one a small guess. */
  holding(lexeme: string): number;
  /** Every month from this one back to the oldest that holds a noticeable share of all entries, with that share. */
  readonly months: readonly { readonly lexeme: string; readonly share: number }[];
}

const freshFor = 60_000;

interface Known {
  readonly until: number;
  readonly statistics: Promise<Statistics>;
}

/** Read at most once a minute for each database: an estimate may be a minute old. */
const known = new WeakMap<object, Known>();

export function statisticsOf(db: Db): Promise<Statistics> {
  const held = known.get(db);
  if (held !== undefined && held.until > Date.now()) return held.statistics;
  const statistics = readStatistics(db);
  known.set(db, { until: Date.now() + freshFor, statistics });
  statistics.catch(() => known.delete(db));
  return statistics;
}

async function readStatistics(db: Db): Promise<Statistics> {
  const { rows } = await db.execute<{ entries: number; lexemes: string[] | null; shares: number[] | null }>(sql`
    select greatest(c.reltuples, 0)::float8 as entries, s.most_common_elems::text::text[] as lexemes,
      s.most_common_elem_freqs as shares
    from pg_class c left join pg_stats s on s.schemaname = c.relnamespace::regnamespace::text
      and s.tablename = c.relname and s.attname = 'terms'
    where c.oid = 'search_entry'::regclass`);
  const { entries = 0, lexemes, shares } = rows[0] ?? {};
  const share = new Map((lexemes ?? []).map((lexeme, place) => [lexeme, shares?.[place] ?? 0]));
  // The least share that made it into the list; everything outside is rarer.
  const least = share.size > 0 ? Math.min(...share.values()) : 0;
  return {
    entries,
    months: monthsBack(share),
    holding: (lexeme) => Math.max(1, (share.get(lexeme) ?? least / 2) * entries),
  };
}

function monthsBack(share: ReadonlyMap<string, number>): Statistics['months'] {
  const listed = [...share.keys()].filter((lexeme) => /^@m\d{4}-/.test(lexeme)).sort();
  const oldest = listed[0];
  if (oldest === undefined) return [];
  const months: { lexeme: string; share: number }[] = [];
  const day = new Date();
  // The first of the month after this one: a record may be dated ahead.
  day.setUTCMonth(day.getUTCMonth() + 1, 1);
  for (let lexeme = ''; lexeme !== oldest && months.length < 1200; day.setUTCMonth(day.getUTCMonth() - 1)) {
    lexeme = `@m${day.toISOString().slice(0, 7)}`;
    months.push({ lexeme, share: share.get(lexeme) ?? 0 });
  }
  return months;
}
