import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import type { Database } from '#platform/database.server.ts';
import { valueOf, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { ownTemplates } from './read.server.ts';
import type { TemplateInput } from './template.ts';
import { deleteTemplate, saveTemplate } from './write.server.ts';

let database: Database;
let at: World;

beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx));
});
afterAll(() => database.close());
beforeEach(() => database.inTransaction(commandLine, (tx) => tx.execute(sql`delete from message_template`)));

const input = (given: Partial<TemplateInput> = {}): TemplateInput => ({
  ...{ id: null, zone: at.here, purpose: 'reminder', nameZh: '催一下', nameEn: 'A nudge' },
  ...{ bodyZh: '{need}怎么样了？', bodyEn: 'How is {need}?', ...given },
});
const save = (actor: Actor, given?: Partial<TemplateInput>) =>
  database.allOrNothing(actor, (tx) => saveTemplate(tx, actor, input(given)));
const seen = (actor: Actor) => database.inTransaction(actor, (tx) => ownTemplates(tx, [at.here, at.there]));
const everything = async () => JSON.stringify(await seen(commandLine));

test('a broker writes, changes and deletes a template of the own zone, and each is remembered', async () => {
  const { id } = valueOf(await save(at.broker));
  valueOf(await save(at.broker, { id, bodyZh: '换一句：{date}\r\n好' }));
  expect(await seen(at.broker)).toMatchObject([{ key: String(id), body: { zh: '换一句：{date}\n好' } }]);
  expect(await seen(at.farBroker)).toEqual([]);
  valueOf(await database.allOrNothing(at.broker, (tx) => deleteTemplate(tx, at.broker, { id })));
  expect(await seen(at.broker)).toEqual([]);
  const { rows } = await database.inTransaction(commandLine, (tx) =>
    tx.execute<{ action: string }>(sql`select action from history where kind = 'template' order by id`),
  );
  expect(rows.map(({ action }) => action)).toEqual(['add', 'changed', 'deleted']);
});

test('nobody else writes, changes or deletes one, and nothing changes', async () => {
  const { id } = valueOf(await save(at.broker));
  const before = await everything();
  const looking = { ...at.broker, viewedBy: { accountId: 1, name: 'operator' } };
  for (const one of [at.farBroker, at.buyer, at.maker, at.outsider, at.editor, visitor, looking]) {
    const answers = [
      await save(one),
      await save(one, { id }),
      await database.allOrNothing(one, (tx) => deleteTemplate(tx, one, { id })),
    ];
    expect(answers.map(({ ok }) => ok)).toEqual([false, false, false]);
  }
  expect((await save(at.farBroker, { id, zone: at.there })).ok).toBe(false);
  expect(await everything()).toBe(before);
});

test.each<[string, object]>([
  ['bodyZh', { bodyZh: '{phone}' }],
  ['bodyEn', { bodyEn: '{}' }],
  ['nameZh', { nameZh: ' ' }],
  ['nameEn', { nameEn: 'x'.repeat(121) }],
  ['bodyEn', { bodyEn: '\0' }],
  ['bodyZh', { bodyZh: '\ud800' }],
  ['purpose', { purpose: 'other' }],
  ['zone', { zone: 'x' }],
])('what is wrong with %s is said beside it', async (field, given) => {
  const outcome = await save(at.broker, given);
  expect(outcome.ok ? [] : outcome.problems.map((problem) => problem.field)).toEqual([field]);
  expect(await seen(at.broker)).toEqual([]);
});
