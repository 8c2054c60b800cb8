import { readDay } from '#text/numeral-days.ts';
import { readOfficialSheet, type ReadSheet, type SourceSheet } from '#text/official-sheet.ts';
import { dateIn } from './plan-dates.ts';
import { marksOf, type Found } from './plan-found.ts';
import { unitsIn } from './plan-units.ts';

const wanted = [
  { key: 'number', names: ['序号', '编号', '任务编号', 'No', 'Number'] },
  {
    key: 'task',
    names: [
      ...['重点任务', '主要任务', '工作任务', '具体任务', '任务名称', '任务内容', '任务', '工作内容', '重点工作'],
      ...['工作事项', '重点事项', '事项', '主要举措', '具体举措', '工作举措', 'Task'],
    ],
  },
  {
    key: 'due',
    names: [
      ...['完成时限', '完成时间', '办结时限', '时间节点', '完成期限', '计划完成时间', '时限', '时限要求', '截止日期'],
      ...['完成日期', 'Due', 'Due date', 'Deadline'],
    ],
  },
  {
    key: 'lead',
    names: [
      ...['责任单位', '牵头单位', '责任部门', '牵头部门', '主责单位', '主办单位', '牵头责任单位', '承办单位'],
      ...['Responsible unit', 'Lead unit', 'Lead'],
    ],
  },
  { key: 'co', names: ['配合单位', '协办单位', '配合部门', '参与单位', '协同单位', 'Co-units', 'With'] },
] as const;
type Column = (typeof wanted)[number]['key'];

/** The tasks of a list, from its columns by their titles; undefined where no column has tasks. */
export function tasksOfSheet(sheets: readonly SourceSheet[], year: number): Found[] | undefined {
  const sheet = readOfficialSheet(sheets, wanted);
  if (!sheet?.columns.some(({ key }) => key === 'task')) return undefined;
  return sheet.rows.flatMap(({ cells }) => {
    const cell = cellsOf(sheet, cells);
    return cell('task') === '' ? [] : [taskOfRow(cell, year)];
  });
}

function cellsOf({ columns }: ReadSheet, cells: readonly string[]) {
  return (column: Column) => {
    const at = columns.find(({ key }) => key === column)?.at ?? -1;
    return (cells[at] ?? '').replaceAll(/\s+/g, ' ').trim();
  };
}

function taskOfRow(cell: (column: Column) => string, year: number): Found {
  const [title, due] = [cell('task').replace(/[。；;]$/, ''), cell('due')];
  const units = unitsIn(`责任单位：${cell('lead')}；配合单位：${cell('co')}`) ?? { lead: '', co: [] };
  const sentence = [title, due, cell('lead'), cell('co')].filter((text) => text !== '').join(' | ');
  const said = [
    ['object', title],
    ['date', due],
    ['unit', units.lead],
  ] as const;
  return {
    values: { kind: 'task', title, dueOn: dueIn(due, title, year), lead: units.lead, co: units.co },
    ...{ number: cell('number'), sentence, marks: marksOf(sentence, said), under: undefined },
  };
}

/** What the column says; where it says no day, as 长期 or nothing, what the task itself says. */
function dueIn(due: string, title: string, year: number): string {
  const said = readDay(due, year);
  if (said) return said.day;
  const meant = dateIn(due, year) ?? dateIn(title, year);
  return meant ? meant.on : '';
}
