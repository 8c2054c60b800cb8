import type { TwoText } from '../lang.ts';

/** Projects on a line of time, and on the map. */
export const timelineWords = {
  title: { zh: '项目进度图', en: 'Project timeline' },
  lead: {
    zh: '横条是各阶段实际走过的日子，来自阶段记录；菱形是下一步、承诺、审批、节点和走访的日期，竖线是今天。',
    en: 'Bars are the days each stage really took, from the log; diamonds are the dates of next steps, promises, permits, milestones and visits, and the line is today.',
  },
  label: (count: number): TwoText => ({ zh: `${count} 个项目的进度`, en: `Timeline of ${count} projects` }),
  today: { zh: '今天', en: 'Today' },
  table: { zh: '看表格', en: 'As a table' },
  project: { zh: '项目', en: 'Project' },
  stages: { zh: '阶段与日期', en: 'Stages and days' },
  planned: { zh: '承诺与下一步', en: 'Promised and planned' },
  none: { zh: '这样筛选，没有项目。', en: 'With these filters there are no projects.' },
  next: { zh: '后 40 个', en: 'Next 40' },
  first: { zh: '回到开头', en: 'From the beginning' },
  phases: {
    before: { zh: '签约前', en: 'Before signing' },
    signed: { zh: '签约、审批', en: 'Signed, approval' },
    building: { zh: '建设', en: 'Building' },
    working: { zh: '投产以后', en: 'In production' },
  },
  marks: {
    'next-step': { zh: '下一步', en: 'Next step' },
    started: { zh: '承诺开工', en: 'Promised start' },
    completed: { zh: '承诺竣工', en: 'Promised completion' },
    'in-production': { zh: '承诺投产', en: 'Promised production' },
    permit: { zh: '审批应办结', en: 'Permit due' },
    milestone: { zh: '节点', en: 'Milestone' },
    visit: { zh: '应走访', en: 'Visit due' },
  },
  mark: { zh: '承诺、计划的日期', en: 'Promised or planned' },
  span: (stage: string, from: string, to: string): TwoText => ({
    zh: `${stage} ${from} 至 ${to}`,
    en: `${stage}, ${from} to ${to}`,
  }),
} as const;

export const projectMapWords = {
  title: { zh: '项目分布图', en: 'Map of projects' },
  lead: {
    zh: '按项目坐标画点；没有坐标的画在开发区所在位置。点越大，那里的项目越多。',
    en: 'Each project stands at its coordinates, or where its zone is when it has none. A larger dot is more projects.',
  },
  label: (count: number, spots: number): TwoText => ({
    zh: `${count} 个项目，${spots} 处位置`,
    en: `${count} projects at ${spots} places`,
  }),
  unplaced: (count: number): TwoText => ({
    zh: `${count} 个项目没有坐标，画在开发区所在位置；在项目里补上坐标就会移过去。`,
    en: `${count} projects have no coordinates and stand where their zone is; give them some in the project.`,
  }),
  nowhere: (count: number): TwoText => ({
    zh: `${count} 个项目和所在开发区都没有坐标，没有画出。`,
    en: `${count} projects are not drawn: neither they nor their zone have coordinates.`,
  }),
  listed: { zh: '右侧列出的项目', en: 'Listed beside' },
  others: { zh: '其他项目', en: 'Other projects' },
  zoneSpot: { zh: '开发区位置', en: 'Place of the zone' },
  atSpot: (name: string, count: number): TwoText => ({
    zh: count > 1 ? `${name}：${count} 个项目` : `${name}（${count}）`,
    en: count > 1 ? `${name}: ${count} projects` : `${name} (${count})`,
  }),
  own: { zh: '有坐标', en: 'Own coordinates' },
  ofZone: { zh: '按开发区位置', en: 'Where its zone is' },
  kilometres: (km: number): TwoText => ({ zh: `${km} 公里`, en: `${km} km` }),
  list: { zh: '项目', en: 'Projects' },
  next: { zh: '后 30 个', en: 'Next 30' },
  first: { zh: '回到开头', en: 'From the beginning' },
  none: { zh: '这样筛选，没有项目。', en: 'With these filters there are no projects.' },
} as const;
