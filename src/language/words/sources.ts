import type { TwoText } from '../lang.ts';

/** Feeds and list pages that a zone takes its articles from. */
export const sourceWords = {
  sources: { zh: '新闻来源', en: 'Sources' },
  lead: {
    zh: '定期读取其他网站的订阅源或列表页，新文章自动进入草稿。',
    en: 'Feeds and list pages of other sites, read on a schedule; new articles arrive as drafts.',
  },
  none: { zh: '还没有来源。', en: 'There are no sources yet.' },
  noneHint: {
    zh: '填写管委会网站的新闻列表页或 RSS 地址，保存后马上试读一次。',
    en: 'Enter the address of a news list page or a feed. It is read once as soon as you save it.',
  },
  add: { zh: '添加来源', en: 'Add a source' },
  change: { zh: '修改', en: 'Change' },
  save: { zh: '保存', en: 'Save' },
  addressField: { zh: '网址（列表页、RSS 或 Atom）', en: 'Address (list page, RSS or Atom)' },
  nameField: { zh: '名称（可不填，读取后自动取）', en: 'Name (may stay empty: the site’s own is taken)' },
  zoneField: { zh: '归入开发区', en: 'Articles go to' },
  columnField: { zh: '网页未注明栏目时归入', en: 'Column, where the page names none' },
  columnAsk: { zh: '逐篇确认', en: 'Ask for each article' },
  hostsField: { zh: '还允许的网站（每行一个域名）', en: 'Other hosts to take articles from (one a line)' },
  paceField: { zh: '读取频率', en: 'How often' },
  publishField: { zh: '内容完整的文章直接发布，不再审核', en: 'Publish complete articles without review' },
  pace: (minutes: number): TwoText => {
    if (minutes < 1440)
      return { zh: `每 ${minutes / 60} 小时`, en: minutes === 60 ? 'Every hour' : `Every ${minutes / 60} hours` };
    return minutes === 1440 ? { zh: '每天', en: 'Every day' } : { zh: '每周', en: 'Every week' };
  },
  states: {
    new: { zh: '等待首次读取', en: 'Waiting for its first look' },
    well: { zh: '正常', en: 'Well' },
    failing: { zh: '读取失败', en: 'Failing' },
    paused: { zh: '已暂停', en: 'Paused' },
  },
  kinds: { feed: { zh: '订阅源', en: 'Feed' }, list: { zh: '列表页', en: 'List page' } },
  state: { zh: '状态', en: 'State' },
  lastLook: { zh: '上次读取', en: 'Last look' },
  lastSuccess: { zh: '上次成功', en: 'Last success' },
  nextLook: { zh: '下次读取', en: 'Next look' },
  never: { zh: '尚未', en: 'Not yet' },
  recent: { zh: '近 30 天文章', en: 'Articles in 30 days' },
  lookNow: { zh: '立即读取', en: 'Look now' },
  pause: { zh: '暂停', en: 'Pause' },
  resume: { zh: '恢复', en: 'Resume' },
  remove: { zh: '删除来源', en: 'Remove' },
  removeHint: {
    zh: '只停止读取；已经取回的文章不受影响。',
    en: 'Only the reading stops. Articles that were taken stay.',
  },
  entries: { zh: '最近读到的文章', en: 'Latest entries' },
  noEntries: { zh: '还没有读到文章。', en: 'Nothing has been read yet.' },
  title: { zh: '标题', en: 'Title' },
  result: { zh: '结果', en: 'Result' },
  seen: { zh: '读取时间', en: 'Read' },
  older: { zh: '更早的', en: 'Older' },
  results: {
    imported: { zh: '已发布', en: 'Published' },
    updated: { zh: '已更新', en: 'Updated' },
    unchanged: { zh: '未变化', en: 'Unchanged' },
    draft: { zh: '草稿', en: 'Draft' },
    refused: { zh: '未采用', en: 'Not taken' },
    unreachable: { zh: '打不开，将重试', en: 'Could not be read; tried again' },
  },
  done: {
    add: {
      zh: '已添加，正在首次读取；稍后刷新即可看到结果。',
      en: 'Added. It is being read for the first time; reload in a moment.',
    },
    change: { zh: '已保存。', en: 'Saved.' },
    look: { zh: '已安排读取；稍后刷新即可看到结果。', en: 'A look was ordered; reload in a moment.' },
    pause: { zh: '已暂停。', en: 'Paused.' },
    resume: { zh: '已恢复。', en: 'Resumed.' },
    remove: { zh: '已删除。', en: 'Removed.' },
  },
  formWrong: { zh: '请检查填写的内容。', en: 'Please check what you filled in.' },
  fieldWrong: { zh: '这一项填写有误。', en: 'This is not filled in correctly.' },
  hostsWrong: {
    zh: '每行填写一个域名，例如 news.example.cn，不带 http://。',
    en: 'One host name a line, such as news.example.cn, without http://.',
  },
  mayNot: { zh: '您没有管理这个开发区来源的权限。', en: 'You may not run the sources of this zone.' },
  mayNotPublish: {
    zh: '只有该开发区的发布人员可以设为直接发布。',
    en: 'Only a publisher of the zone may let articles go live without review.',
  },
  notFound: { zh: '没有这个来源，可能已被删除。', en: 'There is no such source; it may have been removed.' },
  known: { zh: '这个网址已经是该开发区的来源。', en: 'This address is a source of the zone already.' },
  tooMany: { zh: '一个开发区最多 200 个来源。', en: 'A zone may have 200 sources at most.' },
  columnUnknown: { zh: '没有这个栏目。', en: 'There is no such column.' },
  robots: {
    zh: '对方网站的 robots.txt 不允许读取这个地址。',
    en: 'The site’s robots.txt does not allow this address to be read.',
  },
  otherHost: {
    zh: '链接到其他网站：如需采用，请在来源中允许该域名。',
    en: 'It leads to another site: allow its host in the source to take it.',
  },
  takenElsewhere: {
    zh: '这篇文章已由另一个开发区收录。',
    en: 'Another zone has this article already.',
  },
  wasFeed: { zh: '这个地址不再是订阅源。', en: 'This address is not a feed any more.' },
  unreadable: {
    doctype: {
      zh: '订阅源含有 DOCTYPE 或实体声明，出于安全不予读取。',
      en: 'The feed declares a DOCTYPE or entities and is not read, for safety.',
    },
    brokenFeed: { zh: '订阅源格式有误，无法读取。', en: 'The feed is malformed and cannot be read.' },
    noEntries: { zh: '页面上没有找到文章链接。', en: 'No links to articles were found on the page.' },
  },
};
