/** What the sheets of bureaus call columns that our own files name otherwise. */
export const organisationAliases = {
  name: ['名称', '企业名称', '单位名称', '公司名称', '机构名称'],
  creditCode: ['社会信用代码', '信用代码'],
  kind: ['组织类型', '组织类别', '类型'],
} as const;

export const taskAliases = {
  number: ['序号'],
  title: ['重点任务', '任务', '任务名称', '工作任务', '工作内容'],
  unit: ['责任单位', '主要责任单位'],
  coUnits: ['配合单位', '协办单位'],
  due: ['完成时限', '完成时间', '办结时限'],
} as const;

export const slipAliases = {
  matter: ['事项', '督办内容', '问题'],
  demand: ['办理要求'],
  unit: ['责任单位', '承办单位'],
} as const;

export const eventAliases: Readonly<Record<string, readonly string[]>> = {
  kind: ['活动类型', '类别'],
  titleZh: ['活动名称', '会议名称', '名称'],
  beginsAt: ['举办时间', '活动时间'],
  venueZh: ['地点', '举办地点', '活动地点'],
  summaryZh: ['简介', '活动简介', '活动内容'],
  capacity: ['人数上限', '规模'],
};

export const planAliases: Readonly<Record<string, readonly string[]>> = {
  titleZh: ['方案名称', '名称', '文件名称', '实施方案'],
  issuerZh: ['印发机关', '印发单位', '发文机关'],
  documentNumber: ['文号'],
  issuedOn: ['发文日期', '印发时间'],
  beginsOn: ['开始日期', '起始日期'],
  endsOn: ['结束日期', '截止日期'],
  summaryZh: ['摘要', '主要内容'],
};
