import type { TwoText } from '../lang.ts';

/** The front page. */
export const homeWords = {
  heading: {
    zh: ['了解开发区，', '查到正在发生的事，', '找到能去的地方。'],
    en: ['Know the zones.', 'See what is happening.', 'Find where to go.'],
  },
  lead: (zones: number): TwoText => ({
    zh: `全国 ${zones.toLocaleString('en')} 个国家级和省级开发区的目录与新闻，中英文对照，每个数字都注明来源。`,
    en: `All ${zones.toLocaleString('en')} national and provincial development zones of China: directory and news in Chinese and English, every figure with its source.`,
  }),
  often: { zh: '常查：', en: 'Try:' },
  examples: { zh: ['苏州 半导体', 'new materials', 'xcjkq'], en: ['Suzhou semiconductor', 'new materials', 'xcjkq'] },
  mapLabel: (located: number): TwoText => ({
    zh: `${located.toLocaleString('en')} 个开发区的位置`,
    en: `Where ${located.toLocaleString('en')} zones are`,
  }),
  zones: { zh: '个开发区', en: 'zones' },
  located: (n: number): TwoText => ({
    zh: `其中 ${n.toLocaleString('en')} 个已定位`,
    en: `${n.toLocaleString('en')} of them on the map`,
  }),
  national: { zh: '国家级', en: 'national' },
  provincial: { zh: '省级', en: 'provincial' },
  articles: { zh: '篇新闻', en: 'articles' },
  fromZones: (n: number): TwoText => ({ zh: `来自 ${n} 个开发区`, en: n === 1 ? 'from one zone' : `from ${n} zones` }),
  /** The official column type of a front page; machines compare it, so it is the same in both languages. */
  columnType: { zh: '首页', en: '首页' },
  learn: { zh: '学习', en: 'Learn' },
  newsByCity: { zh: '开发区新闻 · 按城市', en: 'Zone news by city' },
  allNews: { zh: '全部新闻', en: 'All news' },
  noNews: {
    zh: '还没有新闻。用 npx yuanlian import 导入开发区网站的页面。',
    en: 'No news yet. Import pages of zone websites with npx yuanlian import.',
  },
  link: { zh: '链接', en: 'Link' },
  linkLead: { zh: '企业的需求，科创平台的成果与服务', en: 'What enterprises need, what institutes can provide' },
  deliver: { zh: '推进', en: 'Deliver' },
  deliverLead: { zh: '承诺了什么，由谁负责，进展如何', en: 'What was promised, who owes it, and how far it is' },
  byProvince: { zh: '按省份', en: 'By province' },
  byProvinceLead: { zh: '开发区数量', en: 'Number of zones' },
  allZones: { zh: '开发区目录', en: 'All zones' },
  byIndustry: { zh: '按产业', en: 'By industry' },
  byIndustryLead: { zh: '以此为主导产业的开发区', en: 'Zones that lead with it' },
  mapNote: {
    zh: '圆点为开发区自身位置或所在县市中心，不画界线。',
    en: 'A dot is the zone itself or the centre of its county or city. No borders are drawn.',
  },
} as const;
