import type { TwoText } from '../lang.ts';

/** What the API says: errors, and the readable page that describes it. */
export const apiWords = {
  title: { zh: '数据接口', en: 'Data and API' },
  lead: {
    zh: '本站公开的数据都可以用程序读取：与网页同一份数据，不需要注册，也不需要密钥。',
    en: 'Everything published here can be read by programs too: the same data as the pages, without registration or a key.',
  },
  badRequest: { zh: '请求有误', en: 'The request is not right' },
  notFound: { zh: '没有找到', en: 'Not found' },
  notAllowed: { zh: '这个接口只能读取', en: 'This API is read-only' },
  broken: { zh: '服务出了问题', en: 'Something went wrong on our side' },
  away: { zh: '服务暂时不可用，请稍后再试', en: 'Not available just now: try again shortly' },
  unknownParameter: (name: string, allowed: readonly string[]): TwoText => ({
    zh: `不认识参数“${name}”。可用的参数：${allowed.join('、')}。`,
    en: `There is no parameter “${name}”. You can use: ${allowed.join(', ')}.`,
  }),
  takesNone: (name: string): TwoText => ({
    zh: `不认识参数“${name}”：这里不接受参数。`,
    en: `There is no parameter “${name}”: nothing can be set here.`,
  }),
  givenTwice: (name: string): TwoText => ({
    zh: `参数“${name}”只能出现一次。`,
    en: `The parameter “${name}” may be given only once.`,
  }),
  oneOf: (name: string, values: readonly string[]): TwoText => ({
    zh: `参数“${name}”只能是：${values.join('、')}。`,
    en: `“${name}” must be one of: ${values.join(', ')}.`,
  }),
  wrongPlace: (name: string): TwoText => ({
    zh: `参数“${name}”不是这个列表里的位置，请用上一页的 next。`,
    en: `“${name}” is not a position in this list: use the next of the page before.`,
  }),
  atMost: (name: string, limit: string): TwoText => ({
    zh: `参数“${name}”不能超过 ${limit}。`,
    en: `“${name}” may be ${limit} at most.`,
  }),
  atLeast: (name: string, limit: string): TwoText => ({
    zh: `参数“${name}”不能少于 ${limit}。`,
    en: `“${name}” must be ${limit} at least.`,
  }),
  notUnderstood: (name: string): TwoText => ({
    zh: `参数“${name}”的值看不懂。`,
    en: `The value of “${name}” could not be understood.`,
  }),
  noSuchAddress: (path: string): TwoText => ({
    zh: `接口里没有 ${path} 这个地址，全部地址见 /api/v1/openapi.json。`,
    en: `There is nothing at ${path}. All addresses are listed in /api/v1/openapi.json.`,
  }),
  noSuchRecord: (id: string): TwoText => ({
    zh: `没有编号为“${id}”的公开记录。`,
    en: `There is no public record “${id}”.`,
  }),
  list: {
    zones: { zh: '开发区，按代码排列', en: 'Development zones, in order of their codes' },
    zone: { zh: '一个开发区', en: 'One development zone' },
    places: { zh: '省、市、区县', en: 'Provinces, cities and districts' },
    place: { zh: '一个地区', en: 'One place' },
    articles: { zh: '已发布的文章，最新的在前', en: 'Published articles, newest first' },
    article: { zh: '一篇文章的全文', en: 'One article in full' },
    events: { zh: '活动：即将举行的或往期的', en: 'Events, coming or past' },
    plans: { zh: '公开的实施方案', en: 'Public plans' },
    plan: { zh: '一个实施方案，含目标和调整记录', en: 'One plan with its goals and adjustments' },
    event: { zh: '一个活动，含议程', en: 'One event with its agenda' },
    columns: { zh: '新闻栏目', en: 'News columns' },
    organisations: {
      zh: '公开的企业、科创平台、机构和协会',
      en: 'Public enterprises, institutes, government bodies and associations',
    },
    organisation: { zh: '一个组织的公开资料', en: 'What is public of one organisation' },
    needs: { zh: '已发布的需求，最新的在前', en: 'Published needs, newest first' },
    need: { zh: '一条需求的公开内容', en: 'What is public of one need' },
    offers: { zh: '已发布的成果与服务，最新的在前', en: 'Published offers, newest first' },
    offer: { zh: '一条成果或服务的公开内容', en: 'What is public of one offer' },
    matches: {
      zh: '与一条需求合适的公开成果和科创平台，最合适的在前，附理由',
      en: 'Public offers and institutes that fit a need, best first, each with its reason',
    },
    search: { zh: '在全部公开内容中检索，最相关的在前', en: 'Search everything that is public, best match first' },
  },
  parameter: {
    lang: {
      zh: '标题和摘要的语言，没有该语言时给原文；默认 zh。出错时的说明也用这种语言',
      en: 'Language of titles and summaries, the original where there is none; zh unless given. Errors use it too',
    },
    limit: { zh: '每页多少条', en: 'How many in one page' },
    after: { zh: '上一页的 next 里给出的位置', en: 'Where the page before ended, as given in its next' },
    column: { zh: '栏目代码，见 /columns', en: 'Slug of a column, see /columns' },
    city: { zh: '城市代码（6 位）', en: 'Code of a city, six digits' },
    province: { zh: '省份代码（6 位）', en: 'Code of a province, six digits' },
    deadline: {
      zh: '离需求期限还有多少天：30、90、365 以内，later 更晚，none 没有期限，passed 已过',
      en: 'Days until a need must be solved: within 30, 90 or 365, later, none set, or passed',
    },
    stage: { zh: '成果做到了哪一步', en: 'How far an offer has come' },
    cooperation: { zh: '合作方式', en: 'Form of cooperation' },
    interest: {
      zh: '是否接受对接：open 接受，shut 暂不接受，over 已关闭或到期；不填为前两种',
      en: 'Whether interest is welcome: open, shut for now, or over (closed or expired); the first two unless given',
    },
    zone: { zh: '开发区国家代码（8 位）', en: 'National code of a zone, eight digits' },
    month: { zh: '月份（2026-09）', en: 'Month, as 2026-09' },
    view: { zh: 'coming 为即将举行，past 为往期', en: 'coming, or past' },
    year: { zh: '发布年份', en: 'Year of publication' },
    code: { zh: '国家代码', en: 'National code' },
    id: { zh: '编号', en: 'Number' },
    q: {
      zh: '要找的词，中文、拼音、拼音首字母或英文；"引号"为整句，前加减号为排除',
      en: 'What to look for, in Chinese, pinyin, initials or English; "quoted" for a phrase, a minus to exclude',
    },
    kind: { zh: '只要某一类', en: 'One kind only' },
    industry: { zh: '产业代码', en: 'Code of an industry' },
    language: { zh: '内容的语言', en: 'Language of the record' },
    institute: { zh: '科创平台的类型', en: 'Kind of institute' },
    size: { zh: '规模', en: 'Size' },
    discipline: {
      zh: 'GB/T 13745 一级学科代码（3 位）',
      en: 'Discipline of the first level of GB/T 13745, three digits',
    },
    honour: { zh: '荣誉级别', en: 'Level of an honour it holds' },
    level: { zh: '级别', en: 'Level' },
    type: { zh: '类型', en: 'Type' },
    sort: { zh: '排列的次序，可选值见下', en: 'The order: one of the values listed' },
    decade: { zh: '批准年代', en: 'Decade of approval' },
    area: { zh: '核准面积（公顷）', en: 'Approved area in hectares' },
  },
  rules: {
    title: { zh: '约定', en: 'How it behaves' },
    items: [
      {
        zh: '只读：GET 或 HEAD。任何网站的脚本都可以直接读取（Access-Control-Allow-Origin: *），请求不带登录信息。',
        en: 'Read-only: GET or HEAD. Scripts on any site may read it (Access-Control-Allow-Origin: *); it knows no sessions.',
      },
      {
        zh: '参数写错会得到 400，并说明可以用哪些参数，不会悄悄返回全部数据。',
        en: 'A misspelt parameter gives a 400 that names the right ones. It never silently returns everything.',
      },
      {
        zh: '列表按位置翻页：答复里的 next 就是下一页的完整地址，没有下一页时为 null。',
        en: 'Lists are paged by position: next in the answer is the full address of the next page, or null on the last.',
      },
      {
        zh: '每个答复都有 ETag；用 If-None-Match 再问，没有变化时得到 304。',
        en: 'Every answer has an ETag; ask again with If-None-Match and get a 304 when nothing has changed.',
      },
      {
        zh: '错误是 application/problem+json（RFC 9457），说明文字的语言看 lang 参数或 Accept-Language。',
        en: 'Errors are application/problem+json (RFC 9457), worded in the language of lang or Accept-Language.',
      },
      {
        zh: '时间都带时区（+08:00）；坐标是 WGS-84。',
        en: 'Times carry their offset (+08:00); coordinates are WGS-84.',
      },
    ],
  },
  addresses: { zh: '地址', en: 'Addresses' },
  tryIt: { zh: '示例', en: 'Try' },
  parameterHead: { zh: '参数', en: 'Parameter' },
  valueHead: { zh: '取值', en: 'Values' },
  meaningHead: { zh: '含义', en: 'Meaning' },
  none: { zh: '无参数', en: 'No parameters' },
  description: { zh: '机器可读的描述（OpenAPI 3.1）', en: 'Machine-readable description (OpenAPI 3.1)' },
  onlyReading: {
    zh: '请用 GET 或 HEAD。',
    en: 'Use GET or HEAD.',
  },
} as const;
