import { sql } from 'drizzle-orm';
import { connectionMergeWords as words } from '#language/words/organisation-merge.ts';
import type { Follower, Going } from '#organisations/follow.ts';
import type { Tx } from '#platform/database.server.ts';
import { done, refused } from '#platform/outcome.ts';

/** Connections go with their organisation. A mere suggestion that would stand twice, or lead to itself, goes. */
export const connectionsFollow: Follower = {
  name: 'connections',
  columns: ['connection.need_organisation_id', 'connection.offer_organisation_id', 'match_document.institute_id'],
  follow: async (tx, _, going) => {
    await dropSuggestions(tx, going);
    // What the other can do is read anew; what this one could is its own no more.
    await tx.execute(sql`delete from match_document where institute_id = ${going.from}`);
    const kept = [...(await withEachOther(tx, going)), ...(await twice(tx, going))];
    if (kept.length > 0) return refused({ says: words.inTheWay(kept) });
    const { from, to } = going;
    const { rows } = await tx.execute<{ id: string }>(sql`
      update connection set
        need_organisation_id = case need_organisation_id when ${from} then ${to} else need_organisation_id end,
        offer_organisation_id = case offer_organisation_id when ${from} then ${to} else offer_organisation_id end
      where ${from} in (need_organisation_id, offer_organisation_id) returning id`);
    return done(rows.map(({ id }) => Number(id)));
  },
};

const isBetween = ({ from, to }: Going) => sql`(one.need_organisation_id, one.offer_organisation_id)
  in ((${from}::bigint, ${to}::bigint), (${to}::bigint, ${from}::bigint))`;

/** The two institutes stand at the same need with the same offer, or both without one. */
const isTwin = ({
  from,
  to,
}: Going) => sql`one.need_id = other.need_id and one.offer_id is not distinct from other.offer_id
  and (one.offer_organisation_id, other.offer_organisation_id)
    in ((${from}::bigint, ${to}::bigint), (${to}::bigint, ${from}::bigint))`;

async function dropSuggestions(tx: Tx, going: Going): Promise<void> {
  await tx.execute(sql`delete from connection one where state = 'suggested' and ${isBetween(going)}`);
  // Of two suggestions the one that stays is the one of the organisation that stays.
  await tx.execute(sql`delete from connection one using connection other where one.state = 'suggested'
    and ${isTwin(going)} and (other.state <> 'suggested' or one.offer_organisation_id = ${going.from})`);
}

async function withEachOther(tx: Tx, going: Going): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(sql`select id from connection one where ${isBetween(going)}`);
  return rows.map(({ id }) => Number(id));
}

async function twice(tx: Tx, going: Going): Promise<number[]> {
  const { rows } = await tx.execute<{ id: string }>(
    sql`select one.id from connection one join connection other on ${isTwin(going)}`,
  );
  return rows.map(({ id }) => Number(id));
}
