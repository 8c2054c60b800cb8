import type { TwoText } from '../lang.ts';

/** What became of what was signed. */
export const conversionWords = {
  title: { zh: '转化情况', en: 'Conversion' },
  lead: {
    zh: '每一行是同一批项目：它们在某年首次签约，看到今天走到了哪一步。别的年份签约、今年开工的，不会混进来。点数字就是那些项目。',
    en: 'Each row is one cohort: projects first signed in a year, and how far those very projects have come by today. What was signed in other years never mixes in. Each number opens its projects.',
  },
  none: { zh: '这样筛选，没有已签约的项目。', en: 'With these filters, nothing has been signed.' },
  noneHint: { zh: '放宽筛选，或先在项目上登记签约。', en: 'Ask for less, or record a signing on a project first.' },
  by: { zh: '分组', en: 'Grouped by' },
  show: { zh: '查看', en: 'Show' },
  all: { zh: '全部', en: 'All' },
  total: { zh: '合计', en: 'Total' },
  notGiven: { zh: '未填', en: 'Not given' },
  dimensions: {
    year: { zh: '首次签约年份', en: 'Year of first signing' },
    zone: { zh: '开发区', en: 'Zone' },
    block: { zh: '板块', en: 'Block' },
    industry: { zh: '主要产业', en: 'Main industry' },
  },
  steps: {
    signed: { zh: '签约', en: 'Signed' },
    started: { zh: '开工', en: 'Started' },
    completed: { zh: '竣工', en: 'Completed' },
    'in-production': { zh: '投产', en: 'In production' },
  },
  rules: {
    started: {
      zh: '其中阶段已到开工或以后的，流失、终止的也算。占比以签约为 100%。',
      en: 'Of these, those whose stage is started or later, lost ones too. The share is of those signed.',
    },
    completed: {
      zh: '其中阶段已到竣工或以后的。占比以开工为 100%。',
      en: 'Completed or later, as a share of those started.',
    },
    'in-production': {
      zh: '其中阶段已到投产或以后的。占比以竣工为 100%。',
      en: 'In production or later, as a share of those completed.',
    },
    agreed: {
      zh: '这些项目未撤销签约的增量之和；追加、增资和拆分出的部分，都归入项目首次签约的年份。',
      en: 'The increments of the signings of these projects that stand; additions, extensions and split parts belong to the year the project was first signed in.',
    },
    arrived: {
      zh: '这些项目到资台账（内资、外资资本）之和，不论哪年到账；固定资产投资不重复计。到资率 = 到资 ÷ 协议投资。',
      en: 'All capital of these projects that came, whenever it came; what was built with it is not counted twice. The share is of what was agreed.',
    },
    days: {
      zh: '天数是从上一步到这一步的中位数，只看两步日期都有的项目。',
      en: 'Days are the median from the step before, over projects with both dates.',
    },
  },
  rulesTitle: { zh: '怎么数的', en: 'How this is counted' },
  agreed: { zh: '协议投资', en: 'Agreed' },
  arrived: { zh: '到资', en: 'Arrived' },
  arrivedShare: { zh: '到资率', en: 'Arrived of agreed' },
  days: (days: string): TwoText => ({ zh: `${days} 天`, en: days === '1' ? '1 day' : `${days} days` }),
  samples: (count: number): TwoText => ({
    zh: `含示例 ${count} 个`,
    en: count === 1 ? 'One is a sample' : `${count} are samples`,
  }),
  projects: (what: string, count: number): TwoText => ({
    zh: `${what}：${count} 个项目`,
    en: `${what}: ${count} projects`,
  }),
  amountOf: (what: string, amount: string): TwoText => ({ zh: `${what}：${amount}`, en: `${what}: ${amount}` }),
  share: (of: string): TwoText => ({ zh: `${of}占比（%）`, en: `${of}, share (%)` }),
  medianDays: (of: string): TwoText => ({ zh: `到${of}天数（中位）`, en: `${of}, median days` }),
  agreedWan: { zh: '协议投资（万元）', en: 'Agreed (CNY 10,000)' },
  arrivedWan: { zh: '到资（万元）', en: 'Arrived (CNY 10,000)' },
  arrivedPercent: { zh: '到资率（%）', en: 'Arrived of agreed (%)' },
  caption: { zh: '签约项目走到了哪一步', en: 'How far signed projects have come' },
  file: { zh: '转化情况', en: 'conversion' },
  xlsx: { zh: '导出 XLSX', en: 'Download XLSX' },
  csv: { zh: '导出 CSV', en: 'Download CSV' },
} as const;
