import { dateIn } from './plan-dates.ts';
import { marksOf, type Found } from './plan-found.ts';
import { unitsIn } from './plan-units.ts';

const headers = {
  number: /^(?:序号|编号|No\.?|Number)$/i,
  task: /^(?:重点|主要|工作|具体)?(?:任务|工作|事项)(?:名称|内容|事项|清单)?$|^(?:工作)?内容$|^Task$/i,
  due: /^(?:完成|办结|计划完成)?(?:时限|时间|时间节点|期限|日期)(?:要求)?$|^Due(?: date)?$/i,
  lead: /^(?:责任|牵头|主责|主办|牵头责任)(?:单位|部门)$|^(?:Lead|Responsible)(?: unit)?$/i,
  co: /^(?:配合|协办|参与|协同|配合责任)(?:单位|部门)$|^(?:Co-units|With)$/i,
} as const;
type Column = keyof typeof headers;
const headersWithin = 10;
const total = /^(?:合计|总计|小计|共计|Total)/i;

/** The tasks of a list, from its columns by their titles; undefined where no column has tasks. */
export function tasksOfSheet(table: readonly (readonly string[])[], year: number): Found[] | undefined {
  const at = table.slice(0, headersWithin).findIndex((row) => columnsOf(row).task !== undefined);
  if (at === -1) return undefined;
  const columns = columnsOf(table[at] ?? []);
  return table.slice(at + 1).flatMap((row) => {
    const cell = (column: Column) => (row[columns[column] ?? -1] ?? '').replaceAll(/\s+/g, ' ').trim();
    const isTotal = row.some((text) => total.test(text.trim()));
    return cell('task') === '' || isTotal ? [] : [taskOfRow(cell, year)];
  });
}

function columnsOf(row: readonly string[]): Readonly<Partial<Record<Column, number>>> {
  const titles = row.map((text) => text.replaceAll(/[\s*（(][^）)]*[）)]?|\s/g, ''));
  const places = Object.entries(headers).map(([column, shape]) => [
    column,
    titles.findIndex((title) => shape.test(title)),
  ]);
  return Object.fromEntries(places.filter(([, place]) => place !== -1)) as Partial<Record<Column, number>>;
}

function taskOfRow(cell: (column: Column) => string, year: number): Found {
  const [title, due] = [cell('task').replace(/[。；;]$/, ''), cell('due')];
  const units = unitsIn(`责任单位：${cell('lead')}；配合单位：${cell('co')}`) ?? { lead: '', co: [] };
  const dueOn = isoDay(due) ?? dateIn(due, year)?.on ?? dateIn(title, year)?.on ?? '';
  const sentence = [title, due, cell('lead'), cell('co')].filter((text) => text !== '').join(' | ');
  const said = [
    ['object', title],
    ['date', due],
    ['unit', units.lead],
  ] as const;
  return {
    values: { kind: 'task', title, dueOn, lead: units.lead, co: units.co },
    ...{ number: cell('number'), sentence, marks: marksOf(sentence, said), under: undefined },
  };
}

function isoDay(text: string): string | undefined {
  const [, y, m, d] = /^(20\d\d)[-/.](\d{1,2})[-/.](\d{1,2})$/.exec(text) ?? [];
  return y && m && d ? `${y}-${m.padStart(2, '0')}-${d.padStart(2, '0')}` : undefined;
}
