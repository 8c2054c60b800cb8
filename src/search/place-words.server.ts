import { sql } from 'drizzle-orm';
import type { Db } from '#platform/database.server.ts';
import type { Group } from './groups.server.ts';

/**
 * 苏州 also means what lies in Suzhou, whether or not its text says so: a word that is the whole name of a province or
 * city may be met by the place of a record instead.
 */
export async function meaningPlaces(db: Db, groups: readonly Group[]): Promise<Group[]> {
  const words = groups.map(({ ways: [first] }) => (first?.length === 1 ? (first[0] ?? '') : ''));
  if (words.every((word) => word === '')) return [...groups];
  // An odd distance is a name begun in its middle.
  const { rows } = await db.execute<{ key: string; code: string }>(sql`
    select distinct n.key, e.record as code from search_name n join search_entry e on e.id = n.entry
    where n.key = any(${sql.param(words)}::text[]) and n.distance % 2 = 0 and e.kind = 'place' and e.record like '%00'
    limit 20`);
  return groups.map((group, place) => {
    const codes = rows.filter(({ key }) => key === words[place]).map(({ code }) => code);
    const ways = codes.map((code) => [`@${code.endsWith('0000') ? 'province' : 'city'}:${code}`]);
    return { ...group, ways: [...group.ways, ...ways] };
  });
}
