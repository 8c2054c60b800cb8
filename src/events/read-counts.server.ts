import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import { spokenName } from '#places/place.ts';
import type { Db } from '#platform/database.server.ts';
import type { EventKind } from './event.ts';
import type { EventFilter } from './list.ts';

export interface EventCounts {
  readonly kinds: readonly { readonly value: EventKind; readonly count: number }[];
  readonly months: readonly { readonly value: string; readonly count: number }[];
  readonly provinces: readonly { readonly value: string; readonly name: TwoText; readonly count: number }[];
}

type Row = { facet: 'kind' | 'month' | 'province'; value: string; zh: string; en: string; count: number };

/** How many events each filter would show of the coming or of the past ones. */
export async function countEvents(db: Db, { view, zone }: EventFilter, now: Date): Promise<EventCounts> {
  const time = view === 'past' ? sql`event.ends_at <= ${now}` : sql`event.ends_at > ${now}`;
  const { rows } = await db.execute<Row>(sql`
    with shown as (select event.kind, to_char(begins_at at time zone 'Asia/Shanghai', 'YYYY-MM') as month, province_code
      from event join zone on zone.code = zone_code
      where state <> 'draft' and ${time} and ${zone ? sql`zone_code = ${zone}` : sql`true`})
    select 'kind' as facet, kind as value, '' as zh, '' as en, count(*)::int from shown group by kind
    union all select 'month', month, '', '', count(*)::int from shown group by month
    union all select 'province', place.code, place.name_zh, place.name_en, count(*)::int
      from shown join place on place.code = shown.province_code group by 2, 3, 4
    order by 1, 2`);
  const of = (facet: Row['facet']) => rows.filter((row) => row.facet === facet);
  const months = of('month').map(({ value, count }) => ({ value, count }));
  return {
    kinds: of('kind').map(({ value, count }) => ({ value: value as EventKind, count })),
    months: view === 'past' ? months.reverse() : months,
    provinces: of('province').map(({ value, zh, en, count }) => ({ value, count, name: { zh: spokenName(zh), en } })),
  };
}
