import type { TwoText } from '../lang.ts';

const number = (value: number) => value.toLocaleString('en');

/** The search page and the suggestions below the field. */
export const searchWords = {
  title: { zh: '搜索', en: 'Search' },
  titleFor: (text: string): TwoText => ({ zh: `“${text}”的搜索结果`, en: `Results for “${text}”` }),
  description: {
    zh: '搜索全国开发区、地区和新闻，可用中文、英文、拼音或首字母。',
    en: 'Search China’s development zones, places and news in English, Chinese, pinyin or initials.',
  },
  filters: { zh: '筛选', en: 'Filters' },
  showFilters: { zh: '筛选结果', en: 'Narrow the results' },
  results: { zh: '搜索结果', en: 'Results' },
  facets: {
    kind: { zh: '类别', en: 'Kind' },
    province: { zh: '省份', en: 'Province' },
    city: { zh: '城市', en: 'City' },
    zone: { zh: '开发区', en: 'Zone' },
    column: { zh: '栏目', en: 'Column' },
    industry: { zh: '产业', en: 'Industry' },
    year: { zh: '年份', en: 'Year' },
    language: { zh: '语言', en: 'Language' },
  },
  kinds: {
    zone: { zh: '开发区', en: 'Zone' },
    place: { zh: '地区', en: 'Place' },
    article: { zh: '新闻', en: 'News' },
    need: { zh: '需求', en: 'Need' },
    offer: { zh: '成果/服务', en: 'Offer' },
    event: { zh: '活动', en: 'Event' },
    plan: { zh: '实施方案', en: 'Plan' },
    organisation: { zh: '组织', en: 'Organisation' },
  },
  languages: { zh: { zh: '中文', en: 'Chinese' }, en: { zh: '英文', en: 'English' } },
  found: (count: number, exact: boolean): TwoText => ({
    zh: exact ? `找到 ${number(count)} 条` : `找到的超过 ${number(count)} 条`,
    en: exact ? `${number(count)} ${count === 1 ? 'result' : 'results'}` : `More than ${number(count)} results`,
  }),
  newestOnly: (count: number): TwoText => ({
    zh: `这些词很常见，这里列出并统计了较新的 ${number(count)} 条；加一个词或选一个筛选条件，可以看到更早的。`,
    en: `These words are common, so the newest ${number(count)} are listed and counted. Add a word or choose a filter to reach further back.`,
  }),
  partly: {
    zh: '没有同时包含所有词的内容，下面列出包含其中大部分词的。',
    en: 'Nothing holds all of your words. These hold most of them.',
  },
  nothing: (text: string): TwoText => ({ zh: `没有找到“${text}”`, en: `Nothing found for “${text}”` }),
  nothingHere: { zh: '没有符合这些条件的内容', en: 'Nothing matches these filters' },
  hints: [
    {
      zh: '换一个更短或更常用的词，或者只写地名；',
      en: 'Try a shorter or more usual word, or only the name of the place.',
    },
    {
      zh: '开发区可以写简称、拼音或首字母，如 xcjkq；',
      en: 'A zone can be given by its short name, pinyin or initials, such as xcjkq.',
    },
    {
      zh: '检查有没有错别字，去掉引号和减号。',
      en: 'Check the spelling, and take away quotation marks and minus signs.',
    },
  ],
  clearFilters: { zh: '去掉全部筛选条件', en: 'Remove all filters' },
  allZones: { zh: '浏览全部开发区', en: 'Browse all zones' },
  allNews: { zh: '浏览全部新闻', en: 'Browse all news' },
  howTo: { zh: '可以这样搜', en: 'Ways to search' },
  ways: [
    {
      example: { zh: '苏州 半导体', en: 'Suzhou semiconductor' },
      says: { zh: '几个词，用空格分开', en: 'several words' },
    },
    {
      example: { zh: 'new materials', en: '新材料' },
      says: { zh: '英文也能找到中文内容', en: 'Chinese works in English pages too' },
    },
    { example: { zh: 'xcjkq', en: 'xcjkq' }, says: { zh: '拼音或首字母', en: 'pinyin or the initials of a zone' } },
    {
      example: { zh: '"高质量发展"', en: '"high-quality development"' },
      says: { zh: '引号里的内容一字不差', en: 'exactly these words, in quotation marks' },
    },
    {
      example: { zh: '保税区 -综合', en: 'bonded -comprehensive' },
      says: { zh: '减号后面的不要', en: 'without the word behind the minus sign' },
    },
  ],
  pages: { zh: '结果翻页', en: 'Pages of results' },
  previous: { zh: '上一页', en: 'Previous' },
  next: { zh: '下一页', en: 'Next' },
  page: (count: number): TwoText => ({ zh: `第 ${count} 页`, en: `Page ${count}` }),
  suggestions: { zh: '搜索建议', en: 'Suggestions' },
};
