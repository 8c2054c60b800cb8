import { beforeAll, expect, test } from 'vitest';
import { commandLine, type Actor } from '#accounts/actor.ts';
import { remember } from '#history/write.server.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { inRollback, testDatabase } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { auditColumns, auditList, deedCells } from './audit.ts';
import { auditChoices, readHistory } from './read.server.ts';

const list = auditList(['zone', 'account'], ['made', 'corrected']);
const asked = (query = '') => askedOf(list, new URLSearchParams(query));
const publisher: Actor = {
  id: 'account:7',
  accountId: 7,
  name: 'p',
  memberships: [{ role: 'publisher', zone: '32101026' }],
};
const editor: Actor = { ...publisher, memberships: [{ role: 'editor', zone: '32101026' }] };

beforeAll(async () => void (await testDatabase()));

async function written(tx: Tx): Promise<void> {
  const { here, there } = await twoZones(tx);
  await remember(
    tx,
    { id: 'account:7' },
    { kind: 'zone', record: here, action: 'corrected', changes: { name: ['=1+1', 'b'] } },
    { kind: 'zone', record: there, action: 'corrected' },
    { kind: 'account', record: '9', action: 'made' },
  );
}

const recordsOf = async (tx: Tx, actor: Actor, query?: string) =>
  (await readHistory(tx, actor, asked(query))).deeds.map(({ record }) => record);

test('an operator reads everything, newest first, and filters it', () =>
  inRollback(async (tx) => {
    await written(tx);
    expect(await recordsOf(tx, commandLine)).toEqual(['9', '34101001', '32101026']);
    expect(await recordsOf(tx, commandLine, 'kind=account')).toEqual(['9']);
    expect(await recordsOf(tx, commandLine, 'record=32101026&who=account:7')).toEqual(['32101026']);
    expect(await recordsOf(tx, commandLine, 'to=2001-01-01')).toEqual([]);
  }));

test('a publisher reads what happened in the own zone, and no total tells of more', () =>
  inRollback(async (tx) => {
    await written(tx);
    expect(await readHistory(tx, publisher, asked())).toMatchObject({ deeds: [{ record: '32101026' }], total: 1 });
    expect(await recordsOf(tx, publisher, 'zone=34101001')).toEqual([]);
  }));

test.each([
  ['an editor', editor],
  ['a publisher through another’s eyes', { ...publisher, viewedBy: { accountId: 1, name: 'o' } }],
])('%s reads nothing', (_, actor) =>
  inRollback(async (tx) => {
    await written(tx);
    expect(await readHistory(tx, actor, asked())).toMatchObject({ deeds: [], total: 0 });
    expect(await auditChoices(tx, actor)).toEqual({ kinds: [], actions: [] });
  }),
);

test('pages follow each other without a gap or a double', () =>
  inRollback(async (tx) => {
    await written(tx);
    const first = await readHistory(tx, commandLine, { ...asked(), limit: 2 });
    const second = await readHistory(tx, commandLine, { ...asked(), after: first.next, limit: 2 });
    expect([...first.deeds, ...second.deeds].map(({ record }) => record)).toEqual(['9', '34101001', '32101026']);
    expect(second.next).toBeUndefined();
  }));

test('a text that a spreadsheet would run comes out as text', () =>
  inRollback(async (tx) => {
    await written(tx);
    await remember(tx, { id: '=cmd|1' }, { kind: 'zone', record: '@x', action: '+y' });
    const { deeds } = await readHistory(tx, commandLine, asked());
    const shape = { columns: auditColumns };
    const answer = await sheetAnswer(
      { name: { zh: 'a', en: 'a' }, shape, rows: deeds.map((deed) => deedCells(deed, 'en')), lang: 'en' },
      'csv',
    );
    const [, line = ''] = (await answer.text()).split('\r\n');
    expect(line).toContain("'=cmd|1,'+y,zone,'@x");
  }));
