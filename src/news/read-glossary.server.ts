import { sql } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import type { Db } from '#platform/database.server.ts';

/** What something is called in both languages. */
export type Term = TwoText;

const mostTerms = 60;

/** The zones and places that a text names, with the names this site gives them; the longest names first. */
export async function termsIn(db: Db, text: string, from: Lang): Promise<Term[]> {
  // A province or a city is often said without its kind, and no word is mistaken for one of them; a district's often is.
  const { rows } = await db.execute<{ zh: string; en: string }>(sql`
    select distinct zh, en, length(zh) as long from (
      select name_zh as zh, name_en as en from zone
      union all select alias, name_en from zone_alias join zone on zone.code = zone_code
      union all select short_zh, name_en from zone where short_zh is not null
      union all select name_zh, name_en from place
      union all select regexp_replace(name_zh, ${spokenEnding}, ''), name_en from place where level in ('province', 'city')
    ) names
    where length(zh) >= 2 and en <> '' and strpos(${text}, ${from === 'zh' ? sql`zh` : sql`en`}) > 0
    order by long desc, zh limit ${mostTerms}`);
  return rows.map(({ zh, en }) => ({ zh, en }));
}

/** 省 and 市 at the end, by their numbers: what is looked for here is data. */
const spokenEnding = '[\\u7701\\u5e02]$';
