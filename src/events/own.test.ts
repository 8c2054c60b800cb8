import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { ownEvents } from './read-own.server.ts';

let database: Database;
let at: World;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, async (tx) => {
    const made = await world(tx);
    for (const [title, state, ends] of [
      ['将来的', 'published', '2 days'],
      ['草稿', 'draft', '2 days'],
      ['过去的', 'published', '-1 day'],
    ])
      await tx.execute(sql`insert into event (kind, zone_code, title_zh, state, begins_at, ends_at, published_at)
        values ('conference', ${made.here}, ${title}, ${state}, now() - interval '3 days', now() + ${ends}::interval, now())`);
    await tx.execute(sql`insert into registration (event_id, zone_code, name, organisation_name, organisation_id, email, lang,
        state, code, confirmed_at)
      select id, zone_code, '陈报名', 'x', ${made.firm}, 'a@example.org', 'zh', 'confirmed', 'AAAAAAA' || id % 10, now() from event`);
    await tx.execute(sql`insert into event_listing (event_id, listing_id) select id, ${made.offer} from event`);
    return made;
  });
});
afterAll(() => database.close());

const seen = async (actor: Actor) =>
  (await ownEvents(database, actor)).map(({ title, registered, isShown }) => [title.zh, registered, isShown]);

test('a member sees the events to come that the own organisation is registered for or shown at, and no others', async () => {
  expect(await seen(at.buyer)).toEqual([['将来的', 'confirmed', false]]);
  expect(await seen(at.maker)).toEqual([['将来的', null, true]]);
  for (const one of [at.outsider, at.broker, at.editor, visitor]) expect(await seen(one)).toEqual([]);
});

test('who registered is not told', async () => {
  expect(JSON.stringify(await ownEvents(database, at.buyer))).not.toContain('陈报名');
});
