import { sql } from 'drizzle-orm';
import type { TwoText } from '#language/lang.ts';
import type { Tx } from '#platform/database.server.ts';

export interface FunnelChoice {
  readonly value: string;
  readonly label: TwoText;
}

export interface FunnelChoices {
  readonly zones: readonly FunnelChoice[];
  readonly industries: readonly FunnelChoice[];
  /** Years in which something was handed in, the latest first. */
  readonly years: readonly number[];
}

/** What a funnel can be asked for, of what the asker sees. */
export async function funnelChoices(tx: Tx): Promise<FunnelChoices> {
  const { rows: zones } = await tx.execute<{ value: string; zh: string; en: string }>(sql`
    select code as value, name_zh as zh, name_en as en from zone
    where code in (select zone_code from listing where submitted_at is not null) order by code`);
  const { rows: industries } = await tx.execute<{ value: string; zh: string; en: string }>(sql`
    select code as value, name_zh as zh, name_en as en from industry order by position`);
  const { rows: years } = await tx.execute<{ year: number }>(sql`
    select distinct extract(year from submitted_at at time zone 'Asia/Shanghai')::int as year
    from listing where submitted_at is not null order by 1 desc limit 20`);
  return { zones: zones.map(choiceOf), industries: industries.map(choiceOf), years: years.map(({ year }) => year) };
}

function choiceOf({ value, zh, en }: { value: string; zh: string; en: string }): FunnelChoice {
  return { value, label: { zh, en } };
}
