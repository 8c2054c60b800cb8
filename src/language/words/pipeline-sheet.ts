/** Columns of the list of investments as a file. */
export const pipelineSheetWords = {
  nameZh: { zh: '项目名称', en: 'Name (Chinese)' },
  nameEn: { zh: '英文名称', en: 'Name (English)' },
  zone: { zh: '开发区代码', en: 'Zone code' },
  country: { zh: '资本来源（国家或地区代码）', en: 'Capital from (country code)' },
  site: { zh: '落地地点', en: 'Site' },
  agent: { zh: '引荐人', en: 'Brought by' },
  planned: { zh: '计划投资（万元）', en: 'Planned (CNY 10,000)' },
  agreed: { zh: '协议投资（万元）', en: 'Agreed (CNY 10,000)' },
  arrived: { zh: '到资（万元）', en: 'Arrived (CNY 10,000)' },
  nextStepOn: { zh: '下一步日期', en: 'Next step on' },
} as const;
