import type { TwoText } from '../lang.ts';

const many = (n: number) => n.toLocaleString('en');

/** The public boards of needs and offers, and the page of one of them. */
export const boardWords = {
  board: { need: { zh: '需求榜', en: 'Needs' }, offer: { zh: '成果与服务', en: 'Offers' } },
  lead: {
    need: {
      zh: '企业提出的技术、人才、设备、检测和资金需求，逐条经技术经理人核实后发布。能解决其中一条，就来对接。',
      en: 'What enterprises want solved: technology, people, equipment, testing, capital. A broker has checked each before publishing. If you can solve one, say so.',
    },
    offer: {
      zh: '科创平台能提供的成果、技术与服务，写明做到了哪一步、比现有办法好在哪里。找到合用的，就来对接。',
      en: 'What institutes can provide: results, technology, services, with how far each has come and what it does better. If one fits, get in touch.',
    },
  },
  count: {
    need: (n: number): TwoText => ({ zh: `${many(n)} 条需求`, en: n === 1 ? '1 need' : `${many(n)} needs` }),
    offer: (n: number): TwoText => ({ zh: `${many(n)} 条成果与服务`, en: n === 1 ? '1 offer' : `${many(n)} offers` }),
  },
  wrongFilter: (name: string): TwoText => ({
    zh: `网址中的“${name}”不对，请从列表中重新选择。`,
    en: `The value of “${name}” in the address is not valid. Choose again from the list.`,
  }),
  searchField: {
    need: { zh: '想解决什么：材料、工艺、设备、编号', en: 'What is needed: a material, a process, a reference' },
    offer: { zh: '想找什么：材料、工艺、设备、编号', en: 'What you look for: a material, a process, a reference' },
  },
  find: { zh: '查找', en: 'Search' },
  facet: {
    q: { zh: '文字', en: 'Words' },
    kind: { zh: '类别', en: 'Kind' },
    industry: { zh: '产业', en: 'Industry' },
    province: { zh: '省份', en: 'Province' },
    zone: { zh: '开发区', en: 'Zone' },
    deadline: { zh: '期限', en: 'Needed by' },
    stage: { zh: '成熟度', en: 'Stage' },
    cooperation: { zh: '合作方式', en: 'Cooperation' },
    interest: { zh: '对接', en: 'Interest' },
    language: { zh: '语言', en: 'Language' },
  },
  deadline: {
    '30': { zh: '30 天内', en: 'Within 30 days' },
    '90': { zh: '30 至 90 天', en: 'In 30 to 90 days' },
    '365': { zh: '90 天至一年', en: 'In 90 days to a year' },
    later: { zh: '一年以后', en: 'In more than a year' },
    none: { zh: '没有期限', en: 'No date set' },
    passed: { zh: '期限已过', en: 'Date has passed' },
  },
  interest: {
    open: { zh: '接受对接', en: 'Open for interest' },
    shut: { zh: '暂不接受对接', en: 'Not open just now' },
    over: { zh: '已关闭或到期', en: 'Closed or expired' },
  },
  language: { zh: { zh: '有中文', en: 'In Chinese' }, en: { zh: '有英文', en: 'In English' } },
  sorts: {
    newest: { zh: '最新发布', en: 'Newest' },
    ending: { zh: '即将截止', en: 'Ending soon' },
    budget: { zh: '金额（大到小）', en: 'Amount, largest first' },
  },
  empty: {
    need: { zh: '没有符合条件的需求', en: 'No needs match' },
    offer: { zh: '没有符合条件的成果或服务', en: 'No offers match' },
  },
  emptyHint: {
    zh: '去掉一个条件，或换一个说法再找。也可以订阅：一有新的就发邮件告诉您。',
    en: 'Remove a filter, or try other words. Or subscribe below and hear by e-mail as soon as something new fits.',
  },
  noneYet: {
    need: { zh: '还没有发布需求', en: 'No need has been published yet' },
    offer: { zh: '还没有发布成果或服务', en: 'No offer has been published yet' },
  },
  noneYetHint: {
    zh: '登录后可在工作台提交；技术经理人核实后发布。也可以先订阅，有新的就发邮件告诉您。',
    en: 'Sign in to write one at the desk; a broker checks and publishes it. Or subscribe and hear of new ones by e-mail.',
  },
  feeds: { zh: '订阅源', en: 'Feeds' },
  write: {
    need: { zh: '发布我的需求', en: 'Publish a need of yours' },
    offer: { zh: '发布我的成果', en: 'Publish an offer of yours' },
  },

  anonymous: { zh: '匿名', en: 'Anonymous' },
  limited: { zh: '细节对接后提供', en: 'Details after contact' },
  limitedWhose: { zh: '对接后可知', en: 'Named after contact' },
  limitedLead: {
    zh: '发布方只公开了以上内容，其余细节在双方同意对接后提供。',
    en: 'This is all that is public. The details are shared once both sides agree to talk.',
  },
  published: { zh: '发布', en: 'Published' },
  expires: { zh: '有效期至', en: 'Valid until' },
  updated: { zh: '更新', en: 'Updated' },
  neededBy: { zh: '期限', en: 'Needed by' },
  targets: {
    need: { zh: '要达到的指标', en: 'What must be reached' },
    offer: { zh: '已达到的指标', en: 'What it reaches' },
  },
  moreTargets: (n: number): TwoText => ({
    zh: `另有 ${n} 项指标`,
    en: n === 1 ? 'one more target' : `${n} more targets`,
  }),
  target: { zh: '指标', en: 'Measure' },
  value: { zh: '数值', en: 'Value' },
  comparison: { 'at-least': { zh: '≥', en: '≥' }, 'at-most': { zh: '≤', en: '≤' }, equal: { zh: '=', en: '=' } },
  comparisonSays: {
    'at-least': { zh: '不低于', en: 'at least' },
    'at-most': { zh: '不高于', en: 'at most' },
    equal: { zh: '等于', en: 'exactly' },
  },
  inOnly: { zh: { zh: '仅有中文', en: 'Chinese only' }, en: { zh: '仅有英文', en: 'English only' } },
  onlyIn: {
    zh: { zh: '本条只有中文', en: 'This is in Chinese only; there is no English edition yet.' },
    en: { zh: '本条只有英文，还没有中文版。', en: 'This is in English only' },
  },
  stale: {
    zh: '原文已有改动，这个译本尚未跟上；以原文为准。',
    en: 'The original has changed since this translation was made. The original counts.',
  },
  readOriginal: { zh: '查看原文', en: 'Read the original' },
  madeHow: {
    human: { zh: '人工翻译', en: 'Translated by a person' },
    machine: { zh: '机器翻译', en: 'Translated by machine' },
    reviewed: { zh: '机器翻译，人工校对', en: 'Translated by machine, reviewed by a person' },
  },
  over: {
    closed: {
      need: (day: string): TwoText => ({
        zh: `这条需求已于 ${day} 关闭，作为记录保留。`,
        en: `This need was closed on ${day}. It stays as a record.`,
      }),
      offer: (day: string): TwoText => ({
        zh: `这条成果已于 ${day} 关闭，作为记录保留。`,
        en: `This offer was closed on ${day}. It stays as a record.`,
      }),
    },
    expired: {
      need: (day: string): TwoText => ({
        zh: `这条需求已于 ${day} 到期，作为记录保留。`,
        en: `This need expired on ${day}. It stays as a record.`,
      }),
      offer: (day: string): TwoText => ({
        zh: `这条成果已于 ${day} 到期，作为记录保留。`,
        en: `This offer expired on ${day}. It stays as a record.`,
      }),
    },
  },
  seeCurrent: {
    need: { zh: '查看当前的需求', en: 'See current needs' },
    offer: { zh: '查看当前的成果与服务', en: 'See current offers' },
  },
  interestTitle: {
    need: { zh: '能解决？', en: 'Can you solve it?' },
    offer: { zh: '用得上？', en: 'Could you use it?' },
  },
  interestDo: { zh: '表达对接意向', en: 'Show interest' },
  interestLead: {
    zh: '登录后以您所在组织的名义提出；技术经理人居中联系，双方同意后才互相看到联系方式。',
    en: 'Sign in and answer for your organisation. A broker brings you together; contacts are shown only once both sides agree.',
  },
  interestNoAccount: {
    zh: '还没有账号？请联系所在开发区或本站运营单位，认领您的组织即可开通。',
    en: 'No account? Ask your zone or the operator of this site to let you act for your organisation.',
  },
  interestContact: { zh: '联系方式', en: 'Contact details' },
  interestShut: {
    zh: '发布方暂不接受新的对接。可以订阅，恢复后再来。',
    en: 'The other side takes no new contacts just now. Subscribe, and come back later.',
  },
  sampleNote: {
    zh: '这是示例内容，由软件自带，不是真实的需求或成果。',
    en: 'This is sample content that comes with the software, not a real need or offer.',
  },
  related: {
    need: { zh: '相近的需求', en: 'Needs like this' },
    offer: { zh: '相近的成果与服务', en: 'Offers like this' },
  },
  facts: { zh: '要点', en: 'At a glance' },
  moneyOf: (side: 'need' | 'offer', isReward: boolean): TwoText =>
    side === 'offer'
      ? { zh: '价格', en: 'Price' }
      : isReward
        ? { zh: '揭榜奖金', en: 'Reward' }
        : { zh: '预算', en: 'Budget' },
  keywords: { zh: '关键词', en: 'Keywords' },
  unit: { zh: '板块', en: 'Block' },
  zone: { zh: '开发区', en: 'Zone' },
  place: { zh: '地区', en: 'Region' },
  wrongLanguage: { zh: '该语言没有此条', en: 'Not in this language' },
  notFound: { zh: '没有这一条，或者它不对外公开。', en: 'There is no such record, or it is not public.' },
  newest: { need: { zh: '最新需求', en: 'Newest needs' }, offer: { zh: '最新成果与服务', en: 'Newest offers' } },
  seeAll: { need: { zh: '全部需求', en: 'All needs' }, offer: { zh: '全部成果与服务', en: 'All offers' } },
  id: { zh: '系统编号', en: 'Number' },
  no: { zh: '否', en: 'No' },
  dayWrong: { zh: '日期请写成 2027-06-30 的样子。', en: 'Write a date as 2027-06-30.' },
  amountWrong: { zh: '金额请写成元，只用数字，例如 500000。', en: 'Write amounts in yuan, in digits, such as 500000.' },
  amountFromYuan: { zh: '金额，从（元）', en: 'Amount, from (CNY)' },
  amountToYuan: { zh: '金额，到（元）', en: 'Amount, to (CNY)' },
  organisationStays: {
    zh: '已有的记录不能换组织；请保留原来的名称，或另起一行。',
    en: 'A record stays with its organisation. Keep the name as it was, or begin a new row.',
  },
  amountTo: { zh: '金额，到', en: 'Amount, to' },
  sample: { zh: '示例', en: 'Sample' },
  yes: { zh: '是', en: 'Yes' },
  address: { zh: '网址', en: 'Address' },
  between: { zh: '；', en: '; ' },
  feedTitle: (side: 'need' | 'offer', filters: string): TwoText => ({
    zh: `${side === 'need' ? '需求榜' : '成果与服务'}${filters && ` · ${filters}`}`,
    en: `${side === 'need' ? 'Needs' : 'Offers'}${filters && ` · ${filters}`}`,
  }),
  columnType: { zh: '供求信息', en: '供求信息' },
} as const;
