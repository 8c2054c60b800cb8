import mammoth from 'mammoth';
import { expect, test } from 'vitest';
import { askedOf } from './address.ts';
import { sheetAnswer } from './answer.server.ts';
import type { List } from './list.ts';
import type { SheetShape } from './sheet.ts';

const name = (text: string) => ({ zh: text, en: text });
const list: List = {
  name: 'things',
  columns: [
    { key: 'title', title: name('标题') },
    { key: 'state', title: name('状态') },
    { key: 'amount', title: name('金额（元）'), isNumber: true },
    { key: 'note', title: name('备注'), extra: true },
  ],
  filters: [
    { key: 'state', title: name('状态'), kind: 'choice', choices: [{ value: 'open', label: name('未结') }] },
    { key: 'q', title: name('搜索'), kind: 'search' },
  ],
  sort: 'title',
};
const shape: SheetShape = { columns: [{ key: 'id', title: name('编号') }, ...list.columns] };
const rows = [{ id: '1', title: '甲', state: '未结', amount: '5', note: '长' }];

const textOf = async (query: string) => {
  const by = { list, asked: askedOf(list, new URLSearchParams(query)) };
  const answer = await sheetAnswer({ name: { zh: '事项', en: 'things' }, shape, rows, lang: 'zh', by }, 'docx');
  expect(answer.headers.get('content-disposition')).toBe('attachment; filename="things.docx"');
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(await answer.arrayBuffer()) });
  return value.split(/\n+/).filter(Boolean);
};

test('any list is a ledger too: its filters in words, and the columns it shows', async () => {
  const lines = await textOf('state=open&q=产业');
  expect(lines.slice(0, 2)).toEqual(['事项台账', '筛选条件：状态：未结；搜索：产业。']);
  expect(lines.slice(3)).toEqual(['序号', '标题', '状态', '金额（元）', '1', '甲', '未结', '5']);
  expect((await textOf(''))[1]).toBe('范围：全部记录。');
});
