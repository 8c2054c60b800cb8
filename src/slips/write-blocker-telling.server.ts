import { eq, sql } from 'drizzle-orm';
import { theSystem } from '#accounts/actor.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import { notify } from '#notifications/write.server.ts';
import type { Db } from '#platform/database.server.ts';
import type { Handler } from '#platform/jobs.server.ts';
import { holdersOf } from './read-people.server.ts';
import { blockers } from './tables.server.ts';
import type { BlockerTold } from './write-blocker.server.ts';

const toZone: readonly BlockerTold[] = ['filed', 'notSolved', 'confirmed'];

/** Tells the zone's people what an enterprise said, or the enterprise's members what the zone did. */
export const tellBlocker: Handler<'tell-blocker'> = async ({ database }, { blocker: id, what }) => {
  await database.inTransaction(theSystem, async (tx) => {
    const [row] = await tx.select().from(blockers).where(eq(blockers.id, id));
    if (!row) return;
    const accounts = toZone.includes(what)
      ? await holdersOf(tx, row.zoneCode, ['publisher', 'leader', 'broker'])
      : await membersOf(tx, row.organisationId);
    await notify(tx, { accounts, kind: 'slip', text: words.told[what](row.title), path: `/desk/blockers/${id}` });
  });
};

async function membersOf(db: Db, organisation: number): Promise<number[]> {
  const { rows } = await db.execute<{ id: string }>(sql`select members_of_organisation(${organisation}) as id`);
  return rows.map(({ id }) => Number(id));
}
