import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';

/** How the chain of the history stands: each row carries the hash of what it says and of the row before it. */
export interface ChainState {
  readonly isWhole: boolean;
  /** Rows that were looked at. */
  readonly rows: number;
  /** Where the chain is first broken: a row that was changed or removed, or put in. */
  readonly brokenAt: number | undefined;
  /** Rows that never joined the chain: written while its trigger was off. */
  readonly outside: number;
  /** Place and hash of the newest row: noted down elsewhere, they show also when the end was cut off. */
  readonly newest: { readonly position: number; readonly hash: string } | undefined;
}

type Found = { rows: number; broken: string | null; outside: number; newest: string | null; hash: string | null };

/**
 * Looks whether a row of the history was changed, removed or put in behind the program's back. `last` looks at so many of
 * the newest rows; without it all are looked at. The caller's transaction must see everything, or nothing fits.
 */
export async function checkChain(db: Db, last?: number): Promise<ChainState> {
  const { rows } = await db.execute<Found>(sql`
    with link as (
      select position, history_id, hash, lag(hash) over way as before, lag(position) over way as previous,
        row_number() over way as place
      from history_chain ${last === undefined ? sql`` : since(last)} window way as (order by position)
    ), looked as (
      select l.position, h.id is null
        or (l.place > 1 or l.position = 1) and l.hash <> sha256(coalesce(l.before, '') || history_content(h))
        or l.place > 1 and l.position <> l.previous + 1 ${last === undefined ? sql`or l.place = 1 and l.position <> 1` : sql``} as is_broken
      from link l left join history h on h.id = l.history_id
    )
    select count(*)::int as rows, min(position) filter (where is_broken) as broken,
      (select count(*)::int from history h
        where h.id >= ${last === undefined ? sql`0` : sql`(select min(history_id) from link)`}
        and not exists (select from history_chain c where c.history_id = h.id)) as outside,
      max(position) as newest,
      (select encode(hash, 'hex') from history_chain order by position desc limit 1) as hash
    from looked`);
  // An aggregate always answers one row.
  return stateFrom(rows[0] as Found);
}

function since(last: number) {
  return sql`where position > (select max(position) from history_chain) - ${last}`;
}

function stateFrom({ rows, broken, outside, newest, hash }: Found): ChainState {
  const brokenAt = broken === null ? undefined : Number(broken);
  return {
    ...{ rows, brokenAt, outside, isWhole: brokenAt === undefined && outside === 0 },
    newest: newest === null || hash === null ? undefined : { position: Number(newest), hash },
  };
}
