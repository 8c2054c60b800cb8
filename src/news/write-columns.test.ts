import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, roles, visitor, type Actor } from '#accounts/actor.ts';
import { columnWords as words } from '#language/words/columns.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import type { ColumnInput } from './column.ts';
import { allColumns, deskColumns, openColumns } from './read-columns.server.ts';
import { addColumn, changeColumn, removeColumn, retireColumn, shiftColumn } from './write-columns.server.ts';
import { createArticle } from './write-create.server.ts';
import { mergeColumn } from './write-merge-columns.server.ts';

const said: ColumnInput = {
  ...{ slug: 'talks', nameZh: '访谈', nameEn: 'Talks' },
  ...{ descriptionZh: '在线访谈', descriptionEn: 'Interviews', columnType: '在线访谈' },
};
const column = { ...said, parent: 'zone-news' };
const slugs = async (tx: Tx) => (await deskColumns(tx)).map(({ slug }) => slug);

const strangers: Actor[] = [
  visitor,
  ...roles
    .filter((role) => role !== 'operator')
    .map((role) => ({ id: 'account:1', accountId: 1, name: role, memberships: [{ role, zone: '32101026' }] })),
];

test.each(strangers)('$name changes no column', (stranger) =>
  inRollback(async (tx) => {
    const before = await deskColumns(tx);
    const refusals = [
      await addColumn(tx, stranger, column),
      await changeColumn(tx, stranger, { ...said, slug: 'text' }),
      await shiftColumn(tx, stranger, { slug: 'text', by: 1 }),
      await retireColumn(tx, stranger, { slug: 'text', retired: true }),
      await removeColumn(tx, stranger, 'text'),
      await mergeColumn(tx, stranger, { slug: 'text', into: 'picture' }),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual(refusals.map(() => false));
    expect(await deskColumns(tx)).toEqual(before);
  }),
);

test('a column is added at the end of its list, renamed and put in order; its code stays', () =>
  inRollback(async (tx) => {
    expect((await addColumn(tx, commandLine, column)).ok).toBe(true);
    expect((await slugs(tx)).at(-1)).toBe('talks');
    expect(await addColumn(tx, commandLine, column)).toMatchObject({ problems: [{ field: 'slug' }] });
    await changeColumn(tx, commandLine, { ...said, nameEn: 'Interviews' });
    await shiftColumn(tx, commandLine, { slug: 'talks', by: -1 });
    expect((await slugs(tx)).at(-2)).toBe('talks');
    const named = (await allColumns(tx)).find(({ slug }) => slug === 'talks');
    expect(named).toMatchObject({ name: { zh: '访谈', en: 'Interviews' }, type: '在线访谈', retired: false });
    const { rows } = await tx.execute(sql`select action from history where kind = 'column' order by id`);
    expect(rows.map(({ action }) => action)).toEqual(['add', 'change', 'order']);
  }));

test.each([
  ['slug', { slug: 'Talks' }],
  ['slug', { slug: 't' }],
  ['slug', { slug: '../x' }],
  ['nameZh', { nameZh: ' ' }],
  ['nameEn', { nameEn: 'a\u0000' }],
  ['descriptionZh', { descriptionZh: '' }],
  ['columnType', { columnType: '新闻' as '首页' }],
  ['parent', { parent: 'text' }],
])('a wrong %s is said beside it: %j', (field, wrong) =>
  inRollback(async (tx) => {
    expect(await addColumn(tx, commandLine, { ...column, ...wrong })).toMatchObject({ problems: [{ field }] });
  }),
);

async function articleIn(tx: Tx, columnSlug: string) {
  const { here } = await twoZones(tx);
  const editor: Actor = { id: 'account:9', accountId: 9, name: 'e', memberships: [{ role: 'editor', zone: here }] };
  return () => createArticle(tx, editor, { zoneCode: here, columnSlug, lang: 'zh', title: '消息' });
}

test('a column with articles is not deleted; merged into another it is retired, and takes nothing new', () =>
  inRollback(async (tx) => {
    const write = await articleIn(tx, 'text');
    const created = await write();
    expect(created).toMatchObject({ ok: true });
    expect(await removeColumn(tx, commandLine, 'text')).toEqual({
      ok: false,
      problems: [{ says: words.hasArticles(1) }],
    });
    expect(await mergeColumn(tx, commandLine, { slug: 'text', into: 'text' })).toMatchObject({ ok: false });
    const merged = await mergeColumn(tx, commandLine, { slug: 'text', into: 'picture' });
    expect(merged).toEqual({ ok: true, value: { moved: 1, left: 0 } });
    const { rows } = await tx.execute(sql`select column_slug from article`);
    expect(rows).toEqual([{ column_slug: 'picture' }]);
    expect((await openColumns(tx)).map(({ slug }) => slug)).not.toContain('text');
    expect((await openColumns(tx, 'text')).map(({ slug }) => slug)).toContain('text');
    expect((await write()).ok).toBe(false);
    await retireColumn(tx, commandLine, { slug: 'text', retired: false });
    expect((await write()).ok).toBe(true);
  }));

test('a column that nothing stands in is deleted; one with others under it is not', () =>
  inRollback(async (tx) => {
    await addColumn(tx, commandLine, column);
    expect((await removeColumn(tx, commandLine, 'talks')).ok).toBe(true);
    expect(await removeColumn(tx, commandLine, 'zone-news')).toMatchObject({ problems: [{ says: words.isUsed }] });
  }));
