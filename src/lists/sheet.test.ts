import fc from 'fast-check';
import { expect, test } from 'vitest';
import { harmless } from '#text/csv.ts';
import { changesByRecord, choiceCell, incomingOf, previewOf, textCell, type SheetShape } from './sheet.ts';

const shape: SheetShape = {
  columns: [
    { key: 'id', title: { zh: '编号', en: 'Id' } },
    { key: 'title', title: { zh: '标题', en: 'Title' }, read: textCell(20) },
    {
      key: 'column',
      title: { zh: '栏目', en: 'Column' },
      read: choiceCell([{ value: 'text', label: { zh: '文字新闻', en: 'News' } }]),
    },
    { key: 'updated', title: { zh: '更新时间', en: 'Updated' } },
  ],
};
const known = new Map([
  ['1', { label: '一', cells: { id: '1', title: '一号', column: 'text', updated: '2026' } }],
  ['2', { label: '二', cells: { id: '2', title: '二号', column: 'text', updated: '2026' } }],
]);

function look(table: string[][]) {
  const incoming = incomingOf(shape, table);
  if (!incoming.ok) throw new Error(incoming.problems[0]?.says.en);
  return previewOf(shape, incoming.value.rows, known);
}

test('only cells that say something new are changes; a column may be named in either language', () => {
  const preview = look([
    ['编号', 'Title', '更新时间'],
    ['1', '新一号', '2030'],
    ['2', '二号', ''],
  ]);
  expect(preview).toEqual({
    changes: [{ row: 2, id: '1', label: '一', column: 'title', before: '一号', after: '新一号' }],
    errors: [],
    unchanged: 1,
  });
});

test('what is wrong is told by row and column', () => {
  const preview = look([
    ['编号', '标题', '栏目'],
    ['1', '', '广告'],
    ['9', '九号', ''],
    ['', '无', ''],
    ['1', '又是一号', '文字新闻'],
  ]);
  expect(preview.errors.map(({ row, column }) => [row, column])).toEqual([
    [2, 'title'],
    [2, 'column'],
    [3, 'id'],
    [4, 'id'],
    [5, 'id'],
  ]);
});

test('a file without the column that ties its rows to records is refused, and one with a column twice', () => {
  expect(incomingOf(shape, [['标题'], ['x']])).toMatchObject({ ok: false });
  expect(
    incomingOf(shape, [
      ['编号', '标题', 'title'],
      ['1', 'a', 'b'],
    ]),
  ).toMatchObject({ ok: false });
  expect(incomingOf(shape, [['编号']])).toMatchObject({ ok: false });
});

test('the changes of one record come together', () => {
  const { changes } = look([
    ['id', 'title', 'column'],
    ['1', '甲', 'News'],
  ]);
  expect([...changesByRecord(changes)]).toEqual([['1', { title: '甲' }]]);
});

test('what went out comes back in without a change, formulas and all', () =>
  fc.assert(
    fc.property(fc.string({ minLength: 1, maxLength: 20, unit: 'grapheme' }), (text) => {
      const title = text.normalize('NFC').trim();
      const record = new Map([['1', { label: 'x', cells: { id: '1', title, column: 'text', updated: '' } }]]);
      const incoming = incomingOf(shape, [
        ['id', 'title'],
        ['1', harmless(title)],
      ]);
      const rows = incoming.ok ? incoming.value.rows : [];
      expect(previewOf(shape, rows, record).changes).toEqual([]);
    }),
  ));
