import { sql } from 'drizzle-orm';
import type { Follower } from '#organisations/follow.ts';
import { done } from '#platform/outcome.ts';

/** Projects go with their investor. */
export const projectsFollow: Follower = {
  name: 'projects',
  columns: ['project.investor_id'],
  follow: async (tx, _, { from, to }) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      update project set investor_id = ${to} where investor_id = ${from} returning id`);
    return done(rows.map(({ id }) => Number(id)));
  },
};
