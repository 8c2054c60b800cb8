import { sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type Keyset, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { canReadAudit, zonesOfAudit, type Deed } from './audit.ts';

// Sorted by id, which is the order they were written in and, to the moment, that of their time.
const sortKeys: Readonly<Record<string, SortKey>> = { at: { by: sql`h.id`, type: 'bigint' } };

type Found = Omit<Deed, 'at' | 'actorName'> & { at: string; actor_name: string | null };

export interface Deeds {
  readonly deeds: readonly Deed[];
  readonly next: string | undefined;
  readonly total: number;
}

/** What was done, as the address asks for it, a page at a time; nothing for who may not read it. */
export async function readHistory(
  tx: Tx,
  actor: Actor,
  { limit = 50, ...asked }: Asked & { limit?: number },
): Promise<Deeds> {
  const keyset = keysetOf(asked, sortKeys, sql`h.id`);
  if (!keyset || !canReadAudit(actor)) return { deeds: [], next: undefined, total: 0 };
  const where = conditions(actor, asked);
  const rows = await pageOf(tx, { where, keyset, limit });
  const last = rows[limit] === undefined ? undefined : rows[limit - 1];
  return {
    deeds: rows
      .slice(0, limit)
      .map(({ actor_name: actorName, at, ...row }) => ({ ...row, actorName, at: new Date(at) })),
    next: last && cursorAt(last.id, last.id),
    total: await countOf(tx, where),
  };
}

async function pageOf(
  tx: Tx,
  { where, keyset, limit }: { where: readonly SQL[]; keyset: Keyset; limit: number },
): Promise<Found[]> {
  const { rows } = await tx.execute<Found>(sql`
    select h.id, h.at::text, h.actor, a.name as actor_name, h.kind, h.record, h.action, h.zone_code as zone, h.changes
    from history h left join account a on h.actor = 'account:' || a.id
    where ${sql.join([...where, ...(keyset.where ? [keyset.where] : [])], sql` and `)}
    order by ${keyset.orderBy} limit ${limit + 1}`);
  return rows;
}

async function countOf(tx: Tx, where: readonly SQL[]): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from history h where ${sql.join([...where], sql` and `)} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

/** What can be chosen: the kinds and actions there are, found by leaping from one to the next. */
export async function auditChoices(tx: Tx, actor: Actor): Promise<{ kinds: string[]; actions: string[] }> {
  if (!canReadAudit(actor)) return { kinds: [], actions: [] };
  const { rows } = await tx.execute<{ kind: string; action: string }>(sql`
    select distinct kind, action from (select kind, action from history order by id desc limit 20000) newest`);
  const sorted = (values: string[]) => [...new Set(values)].sort();
  return { kinds: sorted(rows.map(({ kind }) => kind)), actions: sorted(rows.map(({ action }) => action)) };
}

function conditions(actor: Actor, { filters }: Asked): SQL[] {
  const zones = zonesOfAudit(actor);
  const mine = zones === undefined ? sql`true` : sql`h.zone_code = any(${sql.param(zones)})`;
  return [mine, ...Object.entries(filters).flatMap(([key, value]) => filterBy[key]?.(value) ?? [])];
}

const day = 24 * 60 * 60 * 1000;
const dayInChina = (text: string) => new Date(`${text}T00:00:00+08:00`);

const filterBy: Readonly<Record<string, (value: string) => SQL>> = {
  who: (value) => sql`(h.actor = ${value} or h.actor = any(array(select 'account:' || id from account
    where name = ${value} or email = ${value.toLowerCase()})))`,
  kind: (value) => sql`h.kind = ${value}`,
  action: (value) => sql`h.action = ${value}`,
  record: (value) => sql`h.record = ${value}`,
  zone: (value) => sql`h.zone_code = ${value}`,
  from: (value) => sql`h.at >= ${dayInChina(value)}`,
  to: (value) => sql`h.at < ${new Date(dayInChina(value).getTime() + day)}`,
};
