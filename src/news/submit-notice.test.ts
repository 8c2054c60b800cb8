import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, type Actor, type Membership } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import { notificationsOf } from '#notifications/read.server.ts';
import type { Database } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { createArticle } from './write-create.server.ts';
import { sendBack, submitForReview } from './write-review.server.ts';

/** Worked on as the site does: by the role that owns nothing and is held to the policies. */
let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
  await database.inTransaction(commandLine, twoZones);
});
afterAll(() => database.close());

async function someone(name: string, membership: Membership): Promise<Actor> {
  const account = { name, email: `${name}@zone.example`, password: 'correct horse battery' };
  const made = await database.inTransaction(commandLine, (tx) => addAccount(tx, commandLine, { account, membership }));
  if (!made.ok) throw new Error('no account');
  return { id: `account:${made.value}`, accountId: made.value, name, memberships: [membership] };
}
const told = (actor: Actor) =>
  database.inTransaction(actor, async (tx) =>
    (await notificationsOf(tx, actor.accountId ?? 0)).map(({ text, path }) => [text.zh, path] as const),
  );

test('what an editor hands in is told to the publishers of the zone and to nobody else, and the answer to the editor', async () => {
  const [here, there] = ['32101026', '34101001'];
  const editor = await someone('li', { role: 'editor', zone: here });
  const publisher = await someone('wang', { role: 'publisher', zone: here });
  const others = [
    await someone('zhao', { role: 'editor', zone: here }),
    await someone('sun', { role: 'publisher', zone: there }),
    await someone('zhou', { role: 'operator' }),
  ];
  const article = { lang: 'zh' as const, title: '园区开工', zoneCode: here, columnSlug: 'text' };
  const begun = await database.allOrNothing(editor, (tx) => createArticle(tx, editor, article));
  const id = begun.ok ? begun.value.id : 0;
  expect((await database.allOrNothing(editor, (tx) => submitForReview(tx, editor, { id }))).ok).toBe(true);
  expect(await told(publisher)).toEqual([[expect.stringContaining('园区开工'), `/desk/articles/${id}/review`]]);
  for (const actor of [editor, ...others]) expect(await told(actor)).toEqual([]);
  const note = '请补充数据';
  expect((await database.allOrNothing(publisher, (tx) => sendBack(tx, publisher, { id, note }))).ok).toBe(true);
  expect(await told(editor)).toHaveLength(1);
});
