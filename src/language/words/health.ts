import type { TwoText } from '../lang.ts';

/** Site health: the inspection rules for government sites, as a live page. */
export const healthWords = {
  title: { zh: '网站体检', en: 'Site health' },
  lead: {
    zh: '对照《政府网站与政务新媒体检查指标》（国办秘函〔2019〕19号）实时检查。',
    en: 'Checked live against the official inspection indicators for government websites (2019, no. 19).',
  },
  wholeSite: { zh: '全站', en: 'Whole site' },
  scope: { zh: '检查范围', en: 'Scope' },
  show: { zh: '查看', en: 'Show' },
  levels: {
    fails: { zh: '不合格', en: 'Fails' },
    warns: { zh: '需改进', en: 'To improve' },
    well: { zh: '正常', en: 'Well' },
  },
  summary: (fails: number, warns: number): TwoText => {
    if (fails > 0)
      return {
        zh: `${fails} 项单项否决，${warns} 项需改进`,
        en: `${fails} would fail an inspection, ${warns} to improve`,
      };
    return warns > 0
      ? { zh: `无单项否决，${warns} 项需改进`, en: `Nothing would fail an inspection, ${warns} to improve` }
      : { zh: '各项正常', en: 'Everything is well' };
  },
  rule: { zh: '检查项', en: 'Rule' },
  found: { zh: '发现', en: 'Found' },
  threshold: { zh: '标准', en: 'Threshold' },
  fix: { zh: '去处理', en: 'Put right' },
  rules: {
    slowPages: { zh: '页面打开慢', en: 'Pages that open late' },
    homeIdle: { zh: '首页不更新', en: 'Home page idle' },
    idleColumns: { zh: '栏目不更新', en: 'Idle columns' },
    staleColumns: { zh: '栏目长期不更新', en: 'Columns idle for half a year' },
    emptyColumns: { zh: '空白栏目', en: 'Empty columns' },
    deadLinks: { zh: '失效链接', en: 'Dead links' },
    staleTranslations: { zh: '译文落后于原文', en: 'Translations behind their original' },
    sources: { zh: '文章缺少来源', en: 'Articles without a source' },
    columns: { zh: '文章未归栏目', en: 'Articles without a column' },
    altTexts: { zh: '图片缺少替代文字', en: 'Pictures without alternative text' },
    identifiers: { zh: '缺少网站标识', en: 'Site identifiers missing' },
  },
  says: {
    slowPages: {
      zh: '一周内 5% 及以上的访问 15 秒打不开，单项否决；3 秒以上列出',
      en: 'Not open within 15 seconds in 5% of a week’s visits fails the site; listed from 3 seconds',
    },
    homeIdle: { zh: '超过 14 天没有新内容，单项否决', en: 'No new item for more than 14 days fails the site' },
    idleColumns: {
      zh: '动态类超过 2 周、通知政策类超过 6 个月未更新，合计 5 个及以上单项否决',
      en: 'News idle over 2 weeks, notices and policies over 6 months: 5 in all fail the site',
    },
    staleColumns: { zh: '10 个及以上单项否决', en: '10 or more fail the site' },
    emptyColumns: { zh: '5 个及以上单项否决', en: '5 or more fail the site' },
    deadLinks: { zh: '两次检查都打不开即列出', en: 'Listed when two checks in a row failed' },
    staleTranslations: { zh: '原文修改后应重新核对译文', en: 'To be looked at again when the original has changed' },
    sources: { zh: 'ContentSource 为必填标签', en: 'ContentSource is a mandatory tag' },
    columns: { zh: 'ColumnName 为必填标签', en: 'ColumnName is a mandatory tag' },
    altTexts: { zh: '无障碍要求', en: 'Asked for by the accessibility standard' },
    identifiers: { zh: '页面底部须标明', en: 'Must stand at the foot of each page' },
  },
  page: (path: string, p95: number | null): TwoText =>
    p95 === null
      ? { zh: `${path} 打不开`, en: `${path} did not open` }
      : { zh: `${path} ${(p95 / 1000).toFixed(1)} 秒`, en: `${path} ${(p95 / 1000).toFixed(1)} s` },
  days: (count: number): TwoText =>
    count >= 9999 ? { zh: '从未更新', en: 'Nothing yet' } : { zh: `${count} 天`, en: `${count} days` },
  siteCode: { zh: '网站标识码', en: 'Site code' },
  icp: { zh: 'ICP 备案号', en: 'ICP number' },
  policeRecord: { zh: '公安备案号', en: 'Police filing number' },
  host: { zh: '主办单位', en: 'Host' },
  contact: { zh: '联系方式', en: 'Contact' },
  deadTitle: { zh: '失效链接', en: 'Dead links' },
  article: { zh: '文章', en: 'Article' },
  link: { zh: '链接', en: 'Link' },
  since: { zh: '失效时间', en: 'Failing since' },
  notChecked: {
    zh: '页面速度由本站所在服务器每半小时测一次；咨询答复时限尚未纳入。',
    en: 'Speed is measured every half hour from the machine the site runs on. The time to answer inquiries is not included yet.',
  },
};

/** Official column types that are not news: they may rest for half a year. */
export const slowColumnTypes = /政策|公开|公示|公告/;
