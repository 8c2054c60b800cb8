import type { TwoText } from '../lang.ts';

/** Tasks in a file, and what waits for an officer today. */
export const taskSheetWords = {
  todayTitle: { zh: '我的重点任务', en: 'My tasks' },
  todayLead: {
    zh: '逾期、滞后、临期或该报进展的任务，最急的在前。',
    en: 'Overdue, behind, near their limit or waiting for a report; the most urgent first.',
  },
  todayNone: { zh: '没有要处理的任务。', en: 'No task needs you today.' },
  todayAll: { zh: '全部任务', en: 'All tasks' },
  unitUnknown: (name: string): TwoText => ({
    zh: `没有责任单位“${name}”，请填写开发区资料中的名称。`,
    en: `There is no unit “${name}”. Use a name from the zone profile.`,
  }),
  planUnknown: (name: string): TwoText => ({
    zh: `没有方案“${name}”，请填写方案的标题。`,
    en: `There is no plan “${name}”. Use the title of a plan.`,
  }),
  dayWrong: { zh: '请填写日期，例如 2026-12-31。', en: 'Give a day, such as 2026-12-31.' },
  milestonesWrong: {
    zh: '每行一个节点：日期 | 中文标题 | 英文标题 | 权重，例如 2026-06-30 | 完成选址 | Site chosen | 3。',
    en: 'One milestone a line: date | Chinese title | English title | weight, such as 2026-06-30 | 完成选址 | Site chosen | 3.',
  },
  zoneStays: { zh: '任务不能换到别的开发区。', en: 'A task stays in its zone.' },
  zoneFirst: { zh: '请填写八位的开发区代码。', en: 'Give the eight-digit code of the zone.' },
} as const;
