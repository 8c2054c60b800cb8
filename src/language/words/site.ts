/** The frame around every public page: navigation, footer, languages. */
export const siteWords = {
  home: { zh: '首页', en: 'Home' },
  zones: { zh: '开发区', en: 'Zones' },
  news: { zh: '新闻', en: 'News' },
  search: { zh: '搜索', en: 'Search' },
  contact: { zh: '联系我们', en: 'Contact' },
  skip: { zh: '跳到正文', en: 'Skip to content' },
  mainNavigation: { zh: '主导航', en: 'Main' },
  sample: { zh: '示例', en: 'Sample' },
} as const;
