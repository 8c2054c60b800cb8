import { sql, type SQL } from 'drizzle-orm';
import type { Tx } from '#platform/database.server.ts';
import type { EndReason } from './state.ts';
import { funnelSteps, type Funnel, type FunnelQuery, type FunnelStep } from './funnel.ts';

/** The moment of each step, in the order of `funnelSteps`; a later step that was taken counts the earlier ones too. */
const columns: Readonly<Record<FunnelStep, SQL>> = {
  collected: sql`collected`,
  accepted: sql`accepted`,
  published: sql`published`,
  suggested: sql`suggested`,
  proposed: sql`proposed`,
  'agreed-to': sql`agreed_to`,
  agreement: sql`agreement`,
};

type Counted = { samples: number; amount: string } & Record<string, number | string | null>;

/**
 * Follows the needs (or offers) that were handed in within the period, as far as whoever asks sees them. Each listing
 * counts once at each step, however many connections it has.
 */
export async function funnelFor(tx: Tx, query: FunnelQuery): Promise<Funnel> {
  const own = query.side === 'need' ? sql`c.need_id` : sql`c.offer_id`;
  const { rows } = await tx.execute<Counted>(sql`
    with proven as (
      select connection_id, min(greatest(need_confirmed_at, offer_confirmed_at)) filter (where document is not null) as at,
        sum(increment) as amount
      from connection_amount
      where withdrawn_at is null and need_confirmed_at is not null and offer_confirmed_at is not null
      group by connection_id
      having bool_or(document is not null)
    ),
    followed as (
      select l.id, l.sample, l.submitted_at as collected, l.checked_at as accepted, l.published_at as published,
        min(c.created_at) as suggested, min(c.proposed_at) as proposed,
        min(greatest(c.need_accepted_at, c.offer_accepted_at))
          filter (where c.need_accepted_at is not null and c.offer_accepted_at is not null) as agreed_to,
        min(proven.at) as agreement, coalesce(sum(proven.amount), 0) as amount
      from listing l left join connection c on ${own} = l.id left join proven on proven.connection_id = c.id
      where ${sql.join(conditions(query), sql` and `)} group by l.id
    )
    select count(*) filter (where sample)::int as samples, coalesce(sum(amount), 0)::text as amount,
      ${sql.join(
        funnelSteps.map((step, place) => countAndDays(step, place)),
        sql`, `,
      )}
    from followed`);
  const [counted] = rows;
  return {
    steps: funnelSteps.map((step, place) => ({
      step,
      count: Number(counted?.[`count_${place}`] ?? 0),
      days: daysOf(counted?.[`days_${place}`]),
    })),
    amount: Number(counted?.amount ?? 0),
    losses: await lossesFor(tx, query),
    samples: counted?.samples ?? 0,
  };
}

function daysOf(value: number | string | null | undefined): number | undefined {
  return value === null || value === undefined ? undefined : Math.max(0, Number(value));
}

function countAndDays(step: FunnelStep, place: number): SQL {
  const reached = sql`coalesce(${sql.join(
    funnelSteps.slice(place).map((one) => columns[one]),
    sql`, `,
  )}) is not null`;
  const before = funnelSteps[place - 1];
  const days = before
    ? sql`percentile_cont(0.5) within group (order by extract(epoch from ${columns[step]} - ${columns[before]}) / 86400)
        filter (where ${columns[step]} is not null and ${columns[before]} is not null)`
    : sql`null::float8`;
  return sql`(count(*) filter (where ${reached}))::int as ${sql.identifier(`count_${place}`)},
    ${days} as ${sql.identifier(`days_${place}`)}`;
}

function conditions({ side, zone, industry, organisation, year }: FunnelQuery): SQL[] {
  return [
    sql`l.side = ${side} and l.submitted_at is not null`,
    ...(zone ? [sql`l.zone_code = ${zone}`] : []),
    ...(industry ? [sql`l.industries @> array[${industry}]`] : []),
    ...(organisation ? [sql`l.organisation_id = ${organisation}`] : []),
    ...(year
      ? [
          sql`l.submitted_at >= make_timestamptz(${year}, 1, 1, 0, 0, 0, 'Asia/Shanghai')
            and l.submitted_at < make_timestamptz(${year + 1}, 1, 1, 0, 0, 0, 'Asia/Shanghai')`,
        ]
      : []),
  ];
}

async function lossesFor(tx: Tx, query: FunnelQuery) {
  const own = query.side === 'need' ? sql`c.need_id` : sql`c.offer_id`;
  const { rows } = await tx.execute<{ reason: EndReason; count: number }>(sql`
    select c.end_reason as reason, count(*)::int as count from connection c join listing l on l.id = ${own}
    where c.state = 'ended' and ${sql.join(conditions(query), sql` and `)}
    group by c.end_reason order by count(*) desc, c.end_reason`);
  return rows;
}
