/** Pictures of numbers, and the same numbers as a table. */
export const chartWords = {
  table: { zh: '查看数据表', en: 'The same numbers as a table' },
  period: { zh: '时间', en: 'Period' },
  actual: { zh: '实际', en: 'Actual' },
  target: { zh: '目标', en: 'Target' },
  forecast: { zh: '预测', en: 'Forecast' },
  band: { zh: '预测区间（八成把握）', en: 'Forecast range (right four times in five)' },
  none: { zh: '—', en: '–' },
  noValues: { zh: '还没有数据，暂时画不出图。', en: 'There are no values to draw yet.' },
} as const;
