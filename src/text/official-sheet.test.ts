import { expect, test } from 'vitest';
import type { Merge } from './official-header.ts';
import { withoutUnit } from './official-header.ts';
import { readOfficialSheet, type SourceSheet } from './official-sheet.ts';
import { totalIn } from './official-totals.ts';

const wanted = [
  { key: 'id', names: ['编号', 'Id'] },
  { key: 'title', names: ['任务', '重点任务', 'Task'] },
  { key: 'unit', names: ['责任单位', '牵头单位'] },
  { key: 'total', names: ['总投资（元）', '投资总额', 'Investment (CNY)'] },
  { key: 'plan', names: ['年度计划投资（元）', '投资计划'] },
  { key: 'due', names: ['完成时限'] },
];

const sheet = (rows: string[][], merges: Merge[] = [], more: Partial<SourceSheet> = {}): SourceSheet => ({
  ...{ name: 'Sheet1', rows, merges, hidden: [] },
  ...more,
});
const read = (rows: string[][], merges: Merge[] = [], more: Partial<SourceSheet> = {}) =>
  readOfficialSheet([sheet(rows, merges, more)], wanted);
const zh = (from: ReturnType<typeof read>) => from?.notices.map((notice) => notice.zh) ?? [];
function merge(...[top, left, bottom, right]: [number, number, number, number]): Merge {
  return { top, left, bottom, right };
}

/** A task list as a development and reform bureau hands it in. */
const official = () =>
  read(
    [
      ['相城区2026年重点任务清单', '', '', '', '', ''],
      ['', '', '', '', '', '单位：万元'],
      ['序号', '重点任务', '责任单位', '投资', '', '完成时限'],
      ['', '', '', '总额', '计划', ''],
      ['一、先进制造业', '', '', '', '', ''],
      ['1', '建设智能车联网产业园', '经开区', '1,200', '300', '2026年3月底'],
      ['2', '建设生物医药中试平台', '', '800', '200', '三季度'],
      ['', '小计', '', '2,000', '500', ''],
      ['二、现代服务业', '', '', '', '', ''],
      ['3', '引进总部企业', '高铁新城', '500', '100', '年底前'],
      ['', '合 计', '', '2,500', '700', ''],
      ['', '', '', '', '', ''],
      ['注：1. 数据由各单位填报。', '', '', '', '', ''],
      ['2. 截至2026年1月。', '', '', '', '', ''],
    ],
    [
      merge(0, 0, 0, 5),
      merge(2, 0, 3, 0),
      merge(2, 1, 3, 1),
      merge(2, 2, 3, 2),
      merge(2, 3, 2, 4),
      merge(2, 5, 3, 5),
      merge(4, 0, 4, 5),
      merge(5, 2, 6, 2),
      merge(8, 0, 8, 5),
    ],
    { hidden: [6] },
  );

test('the table is found among title, unit line, groups, totals and notes', () => {
  const table = official();
  expect(table?.columns.map(({ title, key }) => [title, key])).toEqual([
    ['序号', undefined],
    ['重点任务', 'title'],
    ['责任单位', 'unit'],
    ['投资 总额', 'total'],
    ['投资 计划', 'plan'],
    ['完成时限', 'due'],
  ]);
  expect(table?.rows.map(({ row, cells }) => [row, cells[1], cells[2]])).toEqual([
    [6, '建设智能车联网产业园', '经开区'],
    [7, '建设生物医药中试平台', '经开区'],
    [10, '引进总部企业', '高铁新城'],
  ]);
  expect(table?.units).toContainEqual({ unit: '元', times: 10_000 });
});

test('what was left out is said, and a total that is not the sum of its rows by row and column', () => {
  expect(zh(official())).toEqual([
    '表头在第 4 行。',
    '没有另注单位的金额和数量按“单位：万元”换算。',
    '合计、小计行不导入：第 8, 11 行。',
    '分组标题行不导入：第 5, 9 行。',
    '第 13 行起是表下的说明，不导入。',
    '文件里有隐藏的行，也会导入：第 7 行。',
    '第 11 行“投资 计划”的合计是 700，各行相加是 600，请核对。',
  ]);
});

test('a plain list of one header row is read as ever, and a record with an id is never a total', () => {
  const table = read([
    ['编号', '任务', '总投资（亿元）'],
    ['7', '合计', '3.5'],
    ['8', '注：甲', '1'],
  ]);
  expect(table?.rows).toEqual([
    { row: 2, cells: ['7', '合计', '3.5'] },
    { row: 3, cells: ['8', '注：甲', '1'] },
  ]);
  expect(table?.columns[2]?.unit).toEqual({ unit: '元', times: 1e8 });
});

test('of several sheets the one that fits is read, and the others are named', () => {
  const table = readOfficialSheet(
    [
      sheet([['封面']], [], { name: '封面' }),
      sheet(
        [
          ['任务', '责任单位'],
          ['甲', '乙'],
        ],
        [],
        { name: '清单' },
      ),
    ],
    wanted,
  );
  expect(table?.rows).toEqual([{ row: 2, cells: ['甲', '乙'] }]);
  expect(zh(table)).toEqual(['只读取了工作表“清单”，没有读取：封面。']);
});

test('a number merged over several rows is counted once, and that is said', () => {
  const table = read(
    [
      ['任务', '责任单位', '总投资（元）'],
      ['甲', '经开区', '100'],
      ['乙', '高铁新城', ''],
    ],
    [merge(1, 2, 2, 2)],
  );
  expect(table?.rows[1]?.cells[2]).toBe('');
  expect(zh(table)).toEqual(['第 2 行“总投资（元）”是合并的数字，只算在第一行。']);
});

test('a subtotal above its rows is understood, rounded shares may differ in the last decimal', () => {
  const rows = [
    ['任务', '责任单位', '总投资（亿元）'],
    ['经开区小计', '', '3.0'],
    ['甲', '', '1.2'],
    ['乙', '', '1.8'],
    ['总计', '', '3.1'],
  ];
  expect(zh(read(rows))).toEqual(['合计、小计行不导入：第 2, 5 行。']);
});

test.each<[string, string, string | undefined]>([
  ['总投资（万元）', '总投资', '元'],
  ['总投资(单位：亿元)', '总投资', '元'],
  ['用地面积/亩', '用地面积', '亩'],
  ['Investment (CNY 10,000)', 'Investment', '元'],
  ['增长率（%）', '增长率', '%'],
  ['责任单位（盖章）', '责任单位（盖章）', undefined],
  ['备注', '备注', undefined],
])('%s is %s in %s', (title, name, unit) => {
  expect(withoutUnit(title).name).toBe(name);
  expect(withoutUnit(title).unit?.unit).toBe(unit);
});

test.each([
  [['合计', '5'], 'all'],
  [['', '小  计', '5'], 'part'],
  [['总计：', '5'], 'all'],
  [['Grand total', '5'], 'all'],
  [['一季度小计', '5'], 'part'],
  [['统计局', '5'], undefined],
  [['合计处理中心', '5'], undefined],
])('%j adds up: %s', (cells, total) => expect(totalIn(cells)).toBe(total));

test('an empty file and a file of odd shapes are read without a fault', () => {
  expect(readOfficialSheet([], wanted)).toBeUndefined();
  expect(read([])?.rows).toEqual([]);
  expect(read([[], ['', ''], ['x']])?.rows).toEqual([]);
});
