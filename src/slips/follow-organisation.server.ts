import { sql } from 'drizzle-orm';
import type { Follower } from '#organisations/follow.ts';
import { done } from '#platform/outcome.ts';

/** Blockers go with the enterprise that filed them. */
export const slipsFollow: Follower = {
  name: 'blockers',
  columns: ['blocker.organisation_id'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update blocker set organisation_id = ${to} where organisation_id = ${from} returning id`);
    return done(rows.map(({ id }) => Number(id)));
  },
};
