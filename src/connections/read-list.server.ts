import { sql, type SQL } from 'drizzle-orm';
import { organisationsOf, type Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import type { ListedConnection } from './list.ts';
import { sidesOf } from './read-sides.server.ts';
import { ofActor, turn } from './scope.server.ts';
import type { ConnectionState } from './state.ts';
import type { Waits } from './waits.ts';

const id = sql`connection.id`;
const sortKeys: Readonly<Record<string, SortKey>> = {
  moved: { by: sql`moved_at`, type: 'timestamptz' },
  until: { by: sql`coalesce(silent_until, 'infinity')`, type: 'timestamptz' },
  number: { by: id, type: 'bigint' },
};
/** How a key is written into the address of the next page. */
const written: Readonly<Record<string, SQL>> = {
  moved: sql`moved_at::text`,
  until: sql`coalesce(silent_until, 'infinity')::text`,
  number: sql`connection.id::text`,
};

type Found = {
  id: string;
  needId: string;
  offerId: string | null;
  needOrganisationId: string;
  offerOrganisationId: string;
  needZoneCode: string;
  offerZoneCode: string;
  state: ConnectionState;
  waits: Waits;
  movedAt: string;
  silentUntil: string | null;
  needAcceptedAt: string | null;
  offerAcceptedAt: string | null;
  nextStep: string;
  nextStepOn: string | null;
  isOverdue: boolean;
  brokerName: string;
  amount: string | null;
  key: string;
};

/** The connections this person has to do with, a page at a time; the one that waits longest first. */
export async function deskConnections(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`connections are not sorted by ${asked.sort.key}`);
  const where = conditions(actor, asked);
  const paged = sql.join([...where, keyset.where ?? sql`true`], sql` and `);
  const { rows } = await tx.execute<Found>(sql`${selected(written[asked.sort.key] ?? id)}
    where ${paged} order by ${keyset.orderBy} limit ${limit + 1}`);
  const last = rows.length > limit ? rows[limit - 1] : undefined;
  return {
    connections: await listed(tx, actor, rows.slice(0, limit)),
    next: last && cursorAt(last.key, last.id),
    total: await counted(tx, where),
  };
}

async function counted(tx: Tx, where: readonly SQL[]): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from connection where ${sql.join([...where], sql` and `)} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

const selected = (key: SQL) => sql`
  select connection.id::text, need_id::text as "needId", offer_id::text as "offerId",
    need_organisation_id::text as "needOrganisationId", offer_organisation_id::text as "offerOrganisationId",
    need_zone_code as "needZoneCode", offer_zone_code as "offerZoneCode", state, ${turn} as waits,
    to_json(moved_at)#>>'{}' as "movedAt", to_json(silent_until)#>>'{}' as "silentUntil",
    need_accepted_at::text as "needAcceptedAt", offer_accepted_at::text as "offerAcceptedAt",
    next_step as "nextStep", next_step_on::text as "nextStepOn",
    state <> 'ended' and coalesce(next_step_on < (now() at time zone 'Asia/Shanghai')::date, false) as "isOverdue",
    broker_name as "brokerName", ${key} as key,
    (select amount::text from connection_amount where connection_id = connection.id and withdrawn_at is null
      order by id desc limit 1) as amount
  from connection`;

const momentOf = (text: string | null) => (text === null ? null : new Date(text));

/** Rows as they are shown to this reader. */
async function listed(tx: Tx, actor: Actor, rows: readonly Found[]): Promise<ListedConnection[]> {
  const shown = rows.map((row) => ({
    ...row,
    id: Number(row.id),
    needId: Number(row.needId),
    offerId: row.offerId === null ? null : Number(row.offerId),
    needOrganisationId: Number(row.needOrganisationId),
    offerOrganisationId: Number(row.offerOrganisationId),
    needAcceptedAt: momentOf(row.needAcceptedAt),
    offerAcceptedAt: momentOf(row.offerAcceptedAt),
    movedAt: new Date(row.movedAt),
    silentUntil: momentOf(row.silentUntil),
    amount: row.amount === null ? null : Number(row.amount),
  }));
  const sides = await sidesOf(tx, actor, shown);
  return shown.flatMap((one) => {
    const both = sides.get(one.id);
    return both ? [{ ...one, ...both }] : [];
  });
}

function conditions(actor: Actor, { filters }: Asked): SQL[] {
  const { q, state, waits, side, broker, overdue } = filters;
  return [
    ofActor(actor),
    ofState(state),
    ...(waits ? [sql`${turn} = ${waits}`] : []),
    ...(side ? [ofSide(actor, side)] : []),
    ...(broker ? [ofBroker(actor, broker)] : []),
    ...(overdue ? [sql`state <> 'ended' and next_step_on < (now() at time zone 'Asia/Shanghai')::date`] : []),
    ...(q ? [named(q)] : []),
  ];
}

function ofState(state: string | undefined): SQL {
  if (state === 'all') return sql`true`;
  return state ? sql`state = ${state}` : sql`state not in ('suggested', 'ended')`;
}

/** Connections in which this person is on that side. */
export function ofSide(actor: Actor, side: string): SQL {
  const zones = actor.memberships.flatMap(({ zone }) => zone ?? []);
  const [organisation, zone] =
    side === 'need'
      ? [sql`need_organisation_id`, sql`need_zone_code`]
      : [sql`offer_organisation_id`, sql`offer_zone_code`];
  return sql`(${organisation} = any(${sql.param(organisationsOf(actor))}::bigint[])
    or ${zone} = any(${sql.param(zones)}::text[]))`;
}

function ofBroker(actor: Actor, broker: string): SQL {
  if (broker === 'none') return sql`broker_id is null`;
  const me = actor.accountId ?? 0;
  return broker === 'mine' ? sql`broker_id = ${me}` : sql`broker_id is not null and broker_id <> ${me}`;
}

const acquainted = sql`(need_accepted_at is not null and offer_accepted_at is not null)`;

/** By titles, numbers and names that are no secret: what is hidden cannot be found out by asking for it. */
export function named(text: string): SQL {
  const like = containing(text);
  return sql`(exists (select from listing join listing_edition on listing_id = listing.id
      where listing.id in (need_id, offer_id) and (reference ilike ${like}
        or title ilike ${like} and (secrecy = 'open' or ${acquainted})))
    or exists (select from organisation where (name_zh ilike ${like} or name_en ilike ${like})
      and organisation.id in (need_organisation_id, offer_organisation_id)
      and (${acquainted} or is_public and not exists (select from listing
        where listing.id in (need_id, offer_id) and organisation_id = organisation.id and is_anonymous))))`;
}
