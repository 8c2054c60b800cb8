import type { TwoText } from '../lang.ts';

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
  industries: { zh: '国民经济行业（代码）', en: 'Industries (GB/T 4754 codes)' },
  /** What officials call these columns in their own tables. */
  aliases: {
    nameZh: ['项目', '投资项目', '项目名'],
    investorName: ['投资主体', '投资企业', '投资方名称', '投资单位'],
    industries: ['所属行业', '行业', '行业代码', '产业'],
    blockId: ['所属板块', '所在板块', '落地板块'],
    leadUnitId: ['责任单位', '招商单位', '服务单位'],
    site: ['建设地点', '选址', '项目地址', '地点'],
    managerName: ['负责人', '项目专班负责人', '责任人', '项目经理'],
    agentName: ['介绍人', '推荐人'],
    plannedInvestment: ['总投资', '计划总投资', '投资总额', '投资额'],
    nextStep: ['下一步工作', '下一步打算', '下步计划'],
    nextStepOn: ['下一步时限', '计划完成时间'],
  } as Readonly<Record<string, readonly string[]>>,
  hint: {
    zh: '有编号的行改那个项目；没有编号的行成为新线索，和已有项目相像的，要在“不是同一项目的理由”里写明才会新建。阶段、灯和台账金额只导出，不从表里改。',
    en: 'Rows with a reference change that project. Rows without become new leads; one that looks like a project that is there needs a reason why it is another. Stage, light and sums go out only.',
  },
  dayWrong: { zh: '请写日期，如 2026-09-30。', en: 'Write a day such as 2026-09-30.' },
  amountWrong: { zh: '请写金额，如 5000 或 1.2亿元。', en: 'Write an amount such as 5000 or 1.2亿元.' },
  zoneWrong: { zh: '请写 8 位开发区代码。', en: 'Write the 8-digit code of the zone.' },
  countryWrong: { zh: '请写两位国家或地区代码，如 CN、SG。', en: 'Write a two-letter country code such as CN or SG.' },
  zoneStays: { zh: '项目不能换到别的开发区。', en: 'A project cannot move to another zone.' },
  zoneNeeded: { zh: '新项目请写明开发区代码。', en: 'A new project needs the code of its zone.' },
  looksLike: (names: string): TwoText => ({
    zh: `看起来就是已有的项目：${names}。若不是，请在“不是同一项目的理由”里写明。`,
    en: `It looks like a project that is there: ${names}. If it is another, say why in its column.`,
  }),
} as const;
