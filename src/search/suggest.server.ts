import { sql } from 'drizzle-orm';
import type { Lang } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';
import { normalise } from '#text/normalise.ts';
import type { Kind } from './entry.ts';

export interface Suggestion {
  readonly title: string;
  readonly kind: Kind;
  readonly path: string;
}

const longest = 40;
const most = 8;

/** Names that begin with what was typed so far: in characters, in pinyin or by initials. Zones first, nearest first. */
export async function suggest(db: Db, typed: string, lang: Lang): Promise<Suggestion[]> {
  const text = normalise(typed.replaceAll('\0', '')).slice(0, longest);
  if (text === '') return [];
  const joined = text.replaceAll(' ', '');
  const { rows } = await db.execute<{ title: string; kind: Kind; path: string }>(sql`
    with begun as (
      -- A range, not LIKE: what was typed may hold its wildcards.
      (select entry, distance, length(key) as length from search_name
        where key ~>=~ ${text} and key ~<~ ${text + '\u{10ffff}'} order by key using ~<~ limit 2000)
      union all
      (select entry, distance, length(key) from search_name
        where ${joined} <> ${text} and key ~>=~ ${joined} and key ~<~ ${joined + '\u{10ffff}'} order by key using ~<~ limit 2000)
    ), best as (
      select distinct on (e.kind, e.record) e.kind, coalesce(own.title, e.title) as title, e.path, b.distance, b.length
      from begun b join search_entry e on e.id = b.entry
        left join search_entry own on own.kind = e.kind and own.record = e.record and own.lang = ${lang}
      order by e.kind, e.record, b.distance, b.length
    )
    select title, kind, path from best
    order by (kind <> 'zone'), distance, length, title collate "C" limit ${most}`);
  return rows;
}
