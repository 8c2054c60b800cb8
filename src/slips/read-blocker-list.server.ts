import { sql, type SQL } from 'drizzle-orm';
import { isOperator, organisationsOf, type Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { blockersWhere, type BlockerView } from './read-blockers.server.ts';
import { zonesOfSlips } from './slip.ts';

const id = sql`blocker.id`;
const sortKeys: Readonly<Record<string, SortKey>> = { filed: { by: sql`filed_at`, type: 'timestamptz' } };

/** Blockers of the zones or organisations of this person, a page at a time. */
export async function blockersFor(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, id);
  if (!keyset) throw new Error(`blockers are not sorted by ${asked.sort.key}`);
  const where = sql.join(conditions(actor, asked), sql` and `);
  const paged = sql`where ${where} and ${keyset.where ?? sql`true`} order by ${keyset.orderBy} limit ${limit + 1}`;
  const found: BlockerView[] = await blockersWhere(tx, paged);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    blockers: found.slice(0, limit),
    next: last && cursorAt(last.filedExactly, String(last.id)),
    total: await counted(tx, where),
  };
}

async function counted(tx: Tx, where: SQL): Promise<number> {
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from blocker join organisation on organisation.id = organisation_id
      where ${where} limit ${countedTo + 1}) found`);
  return rows[0]?.total ?? 0;
}

function conditions(actor: Actor, { filters: { q, state, kind, zone } }: Asked): SQL[] {
  return [
    ofReader(actor),
    ...(state ? [sql`state = ${state}`] : []),
    ...(kind ? [sql`blocker.kind = ${kind}`] : []),
    ...(zone ? [sql`blocker.zone_code = ${zone}`] : []),
    ...(q ? [named(q)] : []),
  ];
}

function ofReader(actor: Actor): SQL {
  return sql`(${isOperator(actor)} or blocker.zone_code = any(${sql.param(zonesOfSlips(actor) ?? [])}::text[])
    or organisation_id = any(${sql.param(organisationsOf(actor))}::bigint[]))`;
}

function named(text: string): SQL {
  const like = containing(text);
  return sql`(title ilike ${like} or slip_reference ilike ${like} or organisation.name_zh ilike ${like})`;
}
