import { sql, type SQL } from 'drizzle-orm';
import type { Lang, TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import type { Db } from '#platform/database.server.ts';
import { shownCard, type ShownCard, type StoredCard, type Target } from './public.ts';

const named = (table: string) =>
  sql.raw(
    `json_build_object('code', ${table}.code, 'name', json_build_object('zh', ${table}.name_zh, 'en', ${table}.name_en))`,
  );

export const organisationAsJson = sql`json_build_object('id', o.id, 'isPublic', o.is_public and o.merged_into is null,
  'name', json_build_object('zh', o.name_zh, 'en', coalesce(nullif(o.name_en, ''), o.name_zh)))`;

/** What a list shows of the listing `l` and its edition `e`, as it is stored. */
export const cardColumns = sql`
  l.id, l.side, l.kind, l.reference, l.state, l.secrecy, l.is_anonymous as "isAnonymous", l.is_open as "isOpen", l.sample,
  l.revision, l.original_lang as "originalLang", e.lang, e.made_from as "madeFrom", e.made_how as "madeHow", e.title, e.summary,
  array(select lang from listing_edition where listing_id = l.id order by lang desc) as languages,
  (select ${organisationAsJson} from organisation o where o.id = l.organisation_id) as organisation,
  ${named('z')} as zone, ${named('p')} as province,
  (select coalesce(json_agg(${named('i')} order by i.position), '[]') from industry i where i.code = any(l.industries)) as industries,
  l.stage, l.budget_low as "budgetLow", l.budget_high as "budgetHigh", l.is_reward as "isReward", l.cooperation,
  l.deadline::text, l.published_at as "publishedAt", l.updated_at as "updatedAt", l.expires_at as "expiresAt",
  l.closed_at as "closedAt",
  (select coalesce(json_agg(json_build_object('name', json_build_object('zh', t.name_zh, 'en', t.name_en),
    'comparison', t.comparison, 'value', t.value, 'unit', t.unit) order by t.position), '[]')
    from listing_target t where t.listing_id = l.id) as targets`;

/** Listings with their words in the reader's language, else in the one they were written in. */
export function cardTables(lang: Lang): SQL {
  return sql`listing l
    join lateral (select * from listing_edition where listing_id = l.id
      order by lang = ${lang} desc, lang = l.original_lang desc limit 1) e on true
    join zone z on z.code = l.zone_code
    join place p on p.code = z.province_code`;
}

type Stored<Row extends StoredCard> = { readonly [key in keyof Row]: Row[key] | string } & Record<string, unknown>;

/** Amounts and moments come as text from the driver where a query names no table. */
export function storedFrom<Row extends StoredCard>(row: Stored<Row>): Row {
  const { budgetLow, budgetHigh, publishedAt, updatedAt, expiresAt, closedAt } = row;
  const amounts = { budgetLow: amountOf(budgetLow), budgetHigh: amountOf(budgetHigh) };
  const moments = { publishedAt: momentOf(publishedAt), expiresAt: momentOf(expiresAt), closedAt: momentOf(closedAt) };
  return {
    ...(row as unknown as Row),
    ...{ ...amounts, ...moments, id: Number(row.id), updatedAt: momentOf(updatedAt) ?? new Date(0) },
    ...{
      province: spoken(row.province as StoredCard['province']),
      targets: (row.targets as readonly Target[]).map(bothNames),
    },
  };
}

const amountOf = (value: unknown) => (value === null ? null : Number(value));
const momentOf = (value: unknown) => (value === null ? null : new Date(value as string | Date));

function spoken({ code, name }: StoredCard['province']): StoredCard['province'] {
  return { code, name: { zh: spokenName(name.zh), en: name.en } };
}

/** A name in one language stands in for the other. */
function bothNames(target: Target): Target {
  const { zh, en } = target.name;
  const name: TwoText = { zh: zh || en, en: en || zh };
  return { ...target, name, value: Number(target.value) };
}

/** What the public sees of these listings, in their order; what it may not see is left out. */
export async function shownCards(db: Db, lang: Lang, ids: readonly number[]): Promise<ShownCard[]> {
  if (ids.length === 0) return [];
  const { rows } = await db.execute<Stored<StoredCard>>(
    sql`select ${cardColumns} from ${cardTables(lang)} where l.id = any(${sql.param([...ids])}::bigint[])`,
  );
  const byId = new Map(rows.map((row) => [Number(row.id), row]));
  return ids.flatMap((id) => {
    const row = byId.get(id);
    return (row && shownCard(storedFrom<StoredCard>(row))) ?? [];
  });
}
