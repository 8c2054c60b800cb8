import type { TwoText } from '../lang.ts';

/** Organisations named in articles: what the machine found, and what people said of it. */
export const mentionWords = {
  title: { zh: '提及', en: 'Mentions' },
  lead: {
    zh: '系统在已发布的文章里找到这些组织名称。确认后，文章页和组织页互相链接；不确认的不会公开。',
    en: 'These names of organisations were found in published articles. Once accepted, the article and the organisation link to each other; nothing is public before.',
  },
  states: {
    proposed: { zh: '待确认', en: 'To be judged' },
    accepted: { zh: '已确认', en: 'Accepted' },
    declined: { zh: '已排除', en: 'Declined' },
  },
  showing: { zh: '显示', en: 'Show' },
  accept: { zh: '确认', en: 'Accept' },
  decline: { zh: '排除', en: 'Decline' },
  acceptThis: (name: string): TwoText => ({ zh: `确认：${name}`, en: `Accept: ${name}` }),
  declineThis: (name: string): TwoText => ({ zh: `排除：${name}`, en: `Decline: ${name}` }),
  acceptChosen: { zh: '确认所选', en: 'Accept the selected' },
  declineChosen: { zh: '排除所选', en: 'Decline the selected' },
  undo: { zh: '撤销', en: 'Undo' },
  undone: { zh: '已撤销，回到待确认。', en: 'Undone: to be judged again.' },
  did: {
    accept: (count: number): TwoText => ({ zh: `已确认 ${count} 处。`, en: `${count} accepted.` }),
    decline: (count: number): TwoText => ({
      zh: `已排除 ${count} 处，以后不再提出。`,
      en: `${count} declined. They will not come back.`,
    }),
  },
  choose: (name: string): TwoText => ({ zh: `选择：${name}`, en: `Select: ${name}` }),
  is: { zh: '可能是', en: 'May be' },
  inArticle: { zh: '见文章', en: 'In the article' },
  older: { zh: '下一页', en: 'Next page' },
  none: { zh: '没有这类提及。', en: 'No mentions here.' },
  noneHint: {
    zh: '文章发布或组织改名后，系统会在后台查找名称，几分钟内出现在这里。组织还没有简称或曾用名的，请先在组织资料里补上。',
    en: 'When an article is published or an organisation gets a name, names are looked for in the background and appear here within minutes. Add short and former names to the organisation to have them found.',
  },
  gone: {
    zh: '所选提及中有的已不存在，或不属于您的开发区，请刷新页面。',
    en: 'Some of the selected mentions are gone or not of your zone. Reload the page.',
  },
  noneChosen: { zh: '请先选择至少一处提及。', en: 'Select at least one mention first.' },
  /** Beside an article. */
  mentioned: { zh: '文中提到', en: 'Mentioned here' },
} as const;
