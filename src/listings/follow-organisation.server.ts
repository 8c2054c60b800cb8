import { sql } from 'drizzle-orm';
import type { Follower } from '#organisations/follow.ts';
import { notifyChanged } from '#platform/changed.server.ts';
import { done } from '#platform/outcome.ts';

/** Needs and offers go with the organisation they are of; where one was hoped for, the other is. */
export const listingsFollow: Follower = {
  name: 'listings',
  columns: ['listing.organisation_id', 'listing.target_organisations'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ id: string }>(
      sql`update listing set organisation_id = ${to} where organisation_id = ${from} returning id`,
    );
    await tx.execute(sql`
      update listing set target_organisations = (
        select array_agg(one order by place) from (
          select one, min(place) as place
          from unnest(array_replace(target_organisations, ${from}::bigint, ${to}::bigint)) with ordinality as wanted (one, place)
          group by one) once)
      where ${from}::bigint = any(target_organisations)`);
    if (rows.length > 0) await notifyChanged(tx, ['listing', ...rows.map(({ id }) => `listing:${id}`)]);
    return done(rows.map(({ id }) => Number(id)));
  },
};
