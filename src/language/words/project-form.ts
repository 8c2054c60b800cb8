/** The form of an investment project. */
export const projectFormWords = {
  what: { zh: '投什么', en: 'What' },
  who: { zh: '谁来投', en: 'Who invests' },
  where: { zh: '落在哪', en: 'Where' },
  money: { zh: '投多少', en: 'Money' },
  when: { zh: '承诺进度', en: 'Promised dates' },
  people: { zh: '谁负责', en: 'People' },
  nobody: { zh: '未定', en: 'Not decided' },
  industriesHint: {
    zh: '国民经济行业代码（如 3984、C39）、大类名称（如 医药制造业）或主导产业名称，用顿号隔开',
    en: 'Codes of GB/T 4754 (such as 3984 or C39), or Chinese names of its divisions or of leading industries, separated by commas',
  },
  investorHint: {
    zh: '与组织档案同名时自动关联；也可填写组织编号，如 #12',
    en: 'Linked to the record of that exact name; a number such as #12 also works',
  },
  countryHint: { zh: '两位字母代码，如 CN、DE、SG', en: 'Two letters, such as CN, DE or SG' },
  coordinateHint: { zh: '十进制度数，如 120.6489', en: 'Decimal degrees, such as 120.6489' },
  moneyHint: {
    zh: '单位万元，也可写“3.5亿元”',
    en: 'In units of CNY 10,000; 3.5亿元 is understood too',
  },
  currencyHint: {
    zh: '约定的币种，如 CNY、USD；金额一律折合人民币',
    en: 'As agreed, such as CNY or USD; amounts are in yuan',
  },
  managerHint: { zh: '负责人没有账号时填写', en: 'Where the manager has no account' },
  publicChoices: [
    { value: 'no', label: { zh: '仅本开发区可见', en: 'For the zone only' } },
    { value: 'yes', label: { zh: '公开名称、阶段和行业', en: 'Name, stage and industry are public' } },
  ],
  newTitle: { zh: '新增投资项目', en: 'New investment project' },
  newLead: {
    zh: '先填项目名称，其余可以随阶段补充；进入下一阶段前缺什么，项目页会逐项列出。',
    en: 'A name is enough to begin with. The project’s page lists what each next stage still needs.',
  },
  editTitle: { zh: '编辑项目', en: 'Edit the project' },
  chooseZone: { zh: '先选择开发区', en: 'Choose the zone first' },
  goOn: { zh: '继续', en: 'Continue' },
  save: { zh: '保存', en: 'Save' },
  add: { zh: '新增项目', en: 'Add the project' },
  source: { zh: '线索来源', en: 'Where the lead comes from' },
  agreements: { zh: '从已达成协议的对接新建', en: 'From a connection that came to an agreement' },
  inquiry: { zh: '咨询编号', en: 'Number of the inquiry' },
  sinceHint: { zh: '线索登记的日期，留空为今天', en: 'The day the lead came; today if empty' },
  originHint: { zh: '如咨询编号、推荐人或会议名称', en: 'Such as the number of an inquiry, or who recommended it' },
  alikeTitle: { zh: '可能已有这个项目', en: 'This project may be here already' },
  alikeLead: {
    zh: '同一项目只登记一次。若是下列项目之一，请并入该项目；若不是，请在下方说明理由后保存。',
    en: 'One project is one record. If it is one of these, tie the lead to it; if not, say below why and save.',
  },
  itIsThat: { zh: '就是这个项目', en: 'It is this one' },
  alikeBy: {
    name: { zh: '名称相近', en: 'similar name' },
    investor: { zh: '投资方相同', en: 'same investor' },
    site: { zh: '选址相同', en: 'same site' },
  },
  extensionOf: (name: string) => ({ zh: `增资：${name}`, en: `Extension of ${name}` }),
  extensionHint: {
    zh: '增资作为单独的记录推进，与原项目合计为一个项目，签约只计本次增量。',
    en: 'An extension has a record of its own and counts together with the project it extends: its signings count only what they add.',
  },
} as const;
