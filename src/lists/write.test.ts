import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { viewsOf } from './read.server.ts';
import { deleteView, saveView } from './write.server.ts';

async function someone(tx: Tx, name: string): Promise<Actor> {
  const account = { name, email: `${name}@zone.example`, password: 'correct horse battery' };
  const made = await addAccount(tx, commandLine, { account, membership: { role: 'operator' } });
  const accountId = made.ok ? made.value : 0;
  return { id: `account:${accountId}`, accountId, name, memberships: [] };
}

/** From here on this person asks: rows of an account are shown to it alone. */
async function asking(tx: Tx, actor: Actor): Promise<Actor> {
  await sayWhoAsks(tx, actor);
  return actor;
}

test('a view is its owner’s alone; the same name again is the same view', () =>
  inRollback(async (tx) => {
    const [li, wang] = [await someone(tx, 'li'), await someone(tx, 'wang')];
    await asking(tx, li);
    await saveView(tx, li, { list: 'articles', name: '待审', query: '?state=draft' });
    await saveView(tx, li, { list: 'articles', name: '待审', query: '?state=in_review' });
    const [view] = await viewsOf(tx, li, 'articles');
    expect(view).toMatchObject({ name: '待审', query: '?state=in_review' });
    await asking(tx, wang);
    expect(await viewsOf(tx, wang, 'articles')).toEqual([]);
    expect(await viewsOf(tx, li, 'articles')).toEqual([]);
    await deleteView(tx, wang, view?.id ?? 0);
    await asking(tx, li);
    expect(await viewsOf(tx, li, 'articles')).toHaveLength(1);
    await deleteView(tx, li, view?.id ?? 0);
    expect(await viewsOf(tx, li, 'articles')).toEqual([]);
  }));

test.each([
  { list: 'articles', name: '', query: '' },
  { list: 'articles', name: 'x'.repeat(61), query: '' },
  { list: 'articles', name: 'a\u0000b', query: '' },
  { list: 'articles', name: 'a', query: 'https://evil.example' },
  { list: 'articles', name: 'a', query: '?x', account_id: 1 },
])('a view that is no view is refused: %j', (input) =>
  inRollback(async (tx) => {
    expect(await saveView(tx, await someone(tx, 'li'), input)).toMatchObject({ ok: false });
  }),
);

test('a visitor keeps no view', () =>
  inRollback(async (tx) => {
    expect(await saveView(tx, visitor, { list: 'articles', name: 'a', query: '' })).toMatchObject({ ok: false });
  }));

test('a CSV of Excel in China is read; what is no spreadsheet is refused in words', async () => {
  const gbk = Buffer.from([0xb1, 0xe0, 0xba, 0xc5, 0x2c, 0x41, 0x0a, 0x31, 0x2c, 0x32]);
  expect(await readWorkbook(gbk)).toEqual({
    ok: true,
    value: [
      {
        name: 'CSV',
        rows: [
          ['编号', 'A'],
          ['1', '2'],
        ],
        merges: [],
        hidden: [],
      },
    ],
  });
  for (const bytes of [Buffer.from([0, 1, 2]), Buffer.from('PK\u0003\u0004 no zip'), Buffer.alloc(0)])
    expect(await readWorkbook(bytes)).toMatchObject({ ok: false, problems: [{ field: 'file' }] });
  expect(await readWorkbook(Buffer.from('a\n'.repeat(5002)))).toMatchObject({ ok: false });
});
