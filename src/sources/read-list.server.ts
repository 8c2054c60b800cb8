import { and, eq, ilike, inArray, isNotNull, isNull, or, sql, type SQL } from 'drizzle-orm';
import type { Actor } from '#accounts/actor.ts';
import type { Asked } from '#lists/address.ts';
import { cursorAt, keysetOf, type SortKey } from '#lists/keyset.server.ts';
import { countedTo } from '#lists/list.ts';
import type { Known } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { containing } from '#text/like.ts';
import { ofActor, sourceViews } from './read.server.ts';
import { sourceCells } from './source-list.ts';
import { isSourceState, type SourceState } from './source.ts';
import { sources } from './tables.server.ts';

const sortKeys: Readonly<Record<string, SortKey>> = { name: { by: sql`${sources.name}`, type: 'text' } };

/** The sources this person runs, a page at a time. */
export async function deskSources(tx: Tx, actor: Actor, { limit = 50, ...asked }: Asked & { limit?: number }) {
  const keyset = keysetOf(asked, sortKeys, sql`${sources.id}`);
  if (!keyset) throw new Error(`sources are not sorted by ${asked.sort.key}`);
  const where = and(ofActor(actor), ...conditions(asked));
  const found = await sourceViews(tx, {
    where: and(where, keyset.where),
    orderBy: keyset.orderBy,
    limit: limit + 1,
  });
  const { rows } = await tx.execute<{ total: number }>(sql`select count(*)::int as total
    from (select from ${sources} where ${where ?? sql`true`} limit ${countedTo + 1}) found`);
  const last = found.length > limit ? found[limit - 1] : undefined;
  return {
    sources: found.slice(0, limit),
    next: last && cursorAt(last.name, String(last.id)),
    total: rows[0]?.total ?? 0,
  };
}

const stateIs: Readonly<Record<SourceState, SQL | undefined>> = {
  paused: isNotNull(sources.pausedAt),
  new: and(isNull(sources.pausedAt), isNull(sources.lookedAt)),
  failing: and(isNull(sources.pausedAt), isNotNull(sources.lookedAt), sql`${sources.failures} > 0`),
  well: and(isNull(sources.pausedAt), isNotNull(sources.lookedAt), eq(sources.failures, 0)),
};

function conditions({ filters: { q, state, kind, zone } }: Asked): (SQL | undefined)[] {
  return [
    q ? named(q) : undefined,
    state && isSourceState(state) ? stateIs[state] : undefined,
    kind === 'feed' || kind === 'list' ? eq(sources.kind, kind) : undefined,
    zone ? eq(sources.zoneCode, zone) : undefined,
  ];
}

function named(text: string): SQL | undefined {
  const like = containing(text);
  return or(ilike(sources.name, like), ilike(sources.address, like));
}

/** Those sources that a file names and the actor runs, as they are now. */
export async function knownSources(tx: Tx, actor: Actor, ids: readonly string[]): Promise<Map<string, Known>> {
  const numbers = ids.filter((id) => /^\d{1,15}$/.test(id)).map(Number);
  const found = await sourceViews(tx, {
    where: and(ofActor(actor), inArray(sources.id, numbers)),
    orderBy: sql`${sources.id}`,
    limit: numbers.length,
  });
  return new Map(found.map((source) => [String(source.id), { label: source.name, cells: sourceCells(source) }]));
}
