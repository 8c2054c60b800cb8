import type { TwoText } from '../lang.ts';

type PeriodWord = 'month' | 'quarter' | 'year';
const ends: Readonly<Record<PeriodWord, TwoText>> = {
  month: { zh: '每月最后一天', en: 'the last day of a month' },
  quarter: { zh: '每季度最后一天', en: 'the last day of a quarter' },
  year: { zh: '12 月 31 日', en: '31 December' },
};

const badKey: TwoText = {
  zh: '代号以小写字母开头，只用小写字母、数字和下划线，最多 40 个字符。',
  en: 'A key begins with a small letter and has only small letters, digits and underscores, at most 40.',
};

/** Indicators: what is measured, its values, and how it stands. */
export const indicatorWords = {
  title: { zh: '指标', en: 'Indicators' },
  one: { zh: '指标', en: 'Indicator' },
  notFound: { zh: '没有这项指标，或者您没有权限查看。', en: 'There is no such indicator, or you may not see it.' },
  notYours: {
    zh: '指标由本开发区的发布员和领导设定。',
    en: 'Indicators are defined by the zone’s publishers and leaders.',
  },
  notYourValue: {
    zh: '这项指标由其责任单位填报，您不属于该单位。',
    en: 'Its responsible unit enters this indicator, and you do not report for that unit.',
  },
  notYourZone: { zh: '请选择您负责的开发区。', en: 'Choose a zone that you look after.' },
  notUnderstood: { zh: '填写的内容无法识别。', en: 'This was not understood.' },
  changedSince: {
    zh: '您打开之后，别人已经修改了它。请核对下面的内容，再保存一次。',
    en: 'Somebody else has changed it since you opened it. Check what stands below, then save again.',
  },
  nowSays: (now: string): TwoText => ({ zh: `现在是：${now}`, en: `It now says: ${now}` }),
  keyTaken: (key: string): TwoText => ({
    zh: `代号 ${key} 已被本区另一项指标使用。`,
    en: `Another indicator of this zone has the key ${key} already.`,
  }),
  keyUsed: (names: string): TwoText => ({
    zh: `这些指标的公式引用了原代号，不能改：${names}`,
    en: `Formulas refer to it by its key, which has to stay: ${names}`,
  }),
  noPlan: { zh: '本区没有这个实施方案。', en: 'The zone has no such plan.' },
  noGoal: { zh: '该方案中没有这个目标。', en: 'The plan has no such goal.' },
  noCluster: { zh: '本区没有这个产业集群。', en: 'The zone has no such cluster.' },
  noUnit: { zh: '本区没有这个责任单位。', en: 'The zone has no such unit.' },
  noImprovement: { zh: '没有这一类提升。', en: 'There is no such improvement.' },
  goalNeedsPlan: { zh: '选了目标，就要选它所在的实施方案。', en: 'A goal needs the plan it belongs to.' },
  baselineBoth: { zh: '基期数值和基期日期要一起填写。', en: 'A baseline needs both its value and its date.' },
  notPeriodEnd: (period: PeriodWord): TwoText => ({
    zh: `日期应为${ends[period].zh}。`,
    en: `The date must be ${ends[period].en}.`,
  }),
  targetTwice: { zh: '同一时点只能有一个目标值。', en: 'There can be only one target for a date.' },
  badKey,
  wrong: {
    nameZh: { zh: '请填写中文名称，最多 120 字。', en: 'Give it a Chinese name of at most 120 characters.' },
    nameEn: { zh: '英文名称最多 240 个字符。', en: 'The English name has at most 240 characters.' },
    zone: { zh: '请选择您负责的开发区。', en: 'Choose a zone that you look after.' },
    period: { zh: '请选择频率。', en: 'Choose how often it is measured.' },
    accumulation: { zh: '请选择累计或时点。', en: 'Choose whether it is cumulative or a point in time.' },
    decimals: { zh: '小数位数为 0 到 4。', en: 'Decimals are 0 to 4.' },
    dueDays: { zh: '期后天数为 0 到 180。', en: 'Days after the period are 0 to 180.' },
    baseline: { zh: '基期数值不是数字，或者太大。', en: 'The baseline is not a number, or is too large.' },
    baselineOn: { zh: '基期日期不正确。', en: 'The date of the baseline is wrong.' },
    targets: {
      zh: '目标值每行写日期和数值，例如 2026-12-31 1000，最多 120 行。',
      en: 'Write a date and a value in each line of targets, such as 2026-12-31 1000, at most 120 lines.',
    },
    formula: { zh: '公式最多 1000 个字符。', en: 'A formula has at most 1,000 characters.' },
    definitionZh: { zh: '口径说明最多 2000 字。', en: 'The Chinese definition has at most 2,000 characters.' },
    definitionEn: { zh: '英文口径说明最多 4000 个字符。', en: 'The definition has at most 4,000 characters.' },
    measureZh: { zh: '计量单位最多 40 字。', en: 'The Chinese unit of measure has at most 40 characters.' },
    measureEn: { zh: '英文计量单位最多 80 个字符。', en: 'The unit of measure has at most 80 characters.' },
    key: badKey,
  } as Readonly<Record<string, TwoText>>,
} as const;
