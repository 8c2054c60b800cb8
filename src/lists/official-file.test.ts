import excel from 'exceljs';
import { expect, test } from 'vitest';
import { isDay } from '#language/dates.ts';
import { done, refused } from '#platform/outcome.ts';
import { readWorkbook } from './read-workbook.server.ts';
import { incomingFrom, previewOf, textCell, type SheetShape } from './sheet.ts';

const wrong = { zh: '看不懂。', en: 'Not understood.' };
const shape: SheetShape = {
  mayAdd: true,
  isFound: true,
  columns: [
    { key: 'id', title: { zh: '编号', en: 'Id' } },
    { key: 'title', title: { zh: '任务', en: 'Task' }, aliases: ['重点任务'], read: textCell(50) },
    { key: 'unit', title: { zh: '责任单位', en: 'Unit' }, read: textCell(50, true) },
    {
      key: 'total',
      title: { zh: '总投资（元）', en: 'Investment (CNY)' },
      aliases: ['投资总额'],
      read: (text) => (/^\d+(\.\d+)?$/.test(text) ? done(text) : refused({ says: wrong })),
    },
    {
      key: 'due',
      title: { zh: '完成时限', en: 'Due' },
      isDay: true,
      read: (text) => (isDay(text) ? done(text) : refused({ says: wrong })),
    },
  ],
};

async function handedIn(rows: (string | number | Date)[][], merges: string[]): Promise<Uint8Array> {
  const workbook = new excel.Workbook();
  workbook.addWorksheet('封面').addRow(['重点任务清单']);
  const sheet = workbook.addWorksheet('清单');
  for (const row of rows) sheet.addRow(row);
  for (const merge of merges) sheet.mergeCells(merge);
  workbook.addWorksheet('字典').state = 'hidden';
  return new Uint8Array(await workbook.xlsx.writeBuffer());
}

async function rowsOf(file: Uint8Array) {
  const sheets = await readWorkbook(file);
  const incoming = sheets.ok ? incomingFrom(shape, sheets.value, 2026) : sheets;
  if (!incoming.ok) throw new Error(incoming.problems[0]?.says.zh);
  return incoming.value;
}

const file = () =>
  handedIn(
    [
      ['相城区重点任务清单', '', '', '', ''],
      ['', '', '', '', '单位：万元'],
      ['序号', '重点任务', '责任单位', '投资', '完成时限'],
      ['', '', '', '总额', ''],
      [1, '建设产业园', '经开区', 1200, '2026年3月底'],
      [2, '建设中试平台', '', '3.5亿元', new Date('2026-09-30T00:00:00Z')],
      [3, '引进总部', '高铁新城', '一百', '待定'],
      ['', '合计', '', 36300, ''],
      ['注：数据由各单位填报。', '', '', '', ''],
    ],
    ['A1:E1', 'A3:A4', 'B3:B4', 'C3:C4', 'E3:E4', 'C5:C6'],
  );

test('a workbook as an office hands it in is read: units in yuan, days as days, names down their merged cells', async () => {
  const { rows, ignored } = await rowsOf(await file());
  expect(rows).toEqual([
    { row: 5, cells: { title: '建设产业园', unit: '经开区', total: '12000000', due: '2026-03-31' } },
    { row: 6, cells: { title: '建设中试平台', unit: '经开区', total: '350000000', due: '2026-09-30' } },
    { row: 7, cells: { title: '引进总部', unit: '高铁新城', total: '1000000', due: '待定' } },
  ]);
  expect(ignored).toEqual([]);
});

test('what is wrong is told by the row and column of the file, and its sums are checked', async () => {
  const { rows, notices } = await rowsOf(await file());
  expect(previewOf(shape, rows, new Map()).errors).toEqual([{ row: 7, column: 'due', says: wrong }]);
  expect(notices.map(({ zh }) => zh)).toEqual([
    '只读取了工作表“清单”，没有读取：封面。',
    '表头在第 4 行。',
    '没有另注单位的金额和数量按“单位：万元”换算。',
    '合计、小计行不导入：第 8 行。',
    '第 9 行起是表下的说明，不导入。',
  ]);
});

test('a total that is wrong is a warning, also where cells name units of their own', async () => {
  const { notices } = await rowsOf(
    await handedIn(
      [
        ['任务', '总投资（万元）'],
        ['甲', '3.5亿元'],
        ['乙', 100],
        ['合计', 3600],
      ],
      [],
    ),
  );
  expect(notices.at(-1)?.zh).toBe('第 4 行“总投资（万元）”的合计是 3600，各行相加是 35100，请核对。');
});
