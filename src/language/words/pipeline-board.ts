import type { TwoText } from '../lang.ts';

/** Projects by stage, and moving them. */
export const projectBoardWords = {
  title: { zh: '项目看板', en: 'Project board' },
  lead: {
    zh: '每列是一个阶段：亮灯的在前，待得久的在前。流失和终止的默认不显示。',
    en: 'A column for each stage: what is late first, then what has stood there longest. Lost and ended projects are left out unless asked for.',
  },
  sums: (agreed: string, arrived: string): TwoText => ({
    zh: `协议 ${agreed} · 到资 ${arrived}`,
    en: `Agreed ${agreed} · arrived ${arrived}`,
  }),
  nothing: { zh: '没有项目', en: 'No projects' },
  all: (total: number): TwoText => ({ zh: `全部 ${total} 个`, en: `All ${total}` }),
  days: (days: number): TwoText => ({ zh: `已 ${days} 天`, en: days === 1 ? '1 day' : `${days} days` }),
  daysTitle: { zh: '在本阶段的天数', en: 'In this stage for' },
  move: { zh: '变更阶段', en: 'Move' },
  to: { zh: '进入', en: 'To' },
  on: { zh: '日期', en: 'On' },
  reason: { zh: '原因（退回前面的阶段时必填）', en: 'Reason (needed to go back)' },
  save: { zh: '确定', en: 'Move it' },
  moved: (name: string, stage: TwoText): TwoText => ({
    zh: `“${name}”已进入“${stage.zh}”。`,
    en: `“${name}” is now at “${stage.en}”.`,
  }),
  notMoved: (name: string, stage: TwoText): TwoText => ({
    zh: `“${name}”还不能进入“${stage.zh}”：`,
    en: `“${name}” cannot enter “${stage.en}” yet:`,
  }),
  fillIn: { zh: '打开项目补充', en: 'Open the project and fill it in' },
  noManager: { zh: '无人负责', en: 'No manager' },
  noFilter: { zh: '这样筛选，没有项目。', en: 'With these filters there are no projects.' },
} as const;
