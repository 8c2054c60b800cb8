import { expect, test } from 'vitest';
import { told } from '../../tests/support/proposals.ts';
import { tasksOfSheet } from './plan-sheet.ts';

const sheet = (rows: string[][]) => [{ name: '任务清单', rows, merges: [], hidden: [] }];

test('a list of tasks is read by the titles of its columns, below its heading, and without its totals', () => {
  const rows = [
    ['2026年重点任务清单', '', '', '', ''],
    ['序号', '重点任务', '责任单位', '配合单位', '完成时限'],
    ['1', '建成中试基地', '科技局', '高铁新城、工信局', '2026年6月底前'],
    ['2', '出台人才政策。', '人社局', '', '3月底'],
    ['3', '优化营商环境', '行政审批局', '', '长期'],
    ['合计', '3', '', '', ''],
  ];
  const found = tasksOfSheet(sheet(rows), 2026);
  expect(found?.map(told)).toEqual([
    '任务 建成中试基地 2026-06-30 科技局、高铁新城、工信局',
    '任务 出台人才政策 2026-03-31 人社局',
    '任务 优化营商环境 行政审批局',
  ]);
});

test('a sheet without a column of tasks is refused rather than guessed', () => {
  expect(
    tasksOfSheet(
      sheet([
        ['姓名', '电话'],
        ['张某', '123'],
      ]),
      2026,
    ),
  ).toBeUndefined();
});
