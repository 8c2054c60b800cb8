import type { TwoText } from '../lang.ts';

const told =
  (zh: string, en: string) =>
  (title: string, who: string): TwoText => ({
    zh: `${who}${zh}：${title}`,
    en: `${who} ${en}: ${title}`,
  });

/** Review: what is handed in, answered, scheduled and taken back. */
export const reviewWords = {
  stale: {
    zh: '文章在您打开之后又有变动，请看过最新内容再操作。',
    en: 'The article has changed since you opened it. Look at it as it is now, then decide.',
  },
  changedSince: {
    zh: '送审或排期之后又有改动，请打开审阅页看过再发布。',
    en: 'It was changed after it was handed in or scheduled. Open it for review before you publish it.',
  },
  reviewFirst: {
    zh: '本开发区实行双人审核，请先送审。',
    en: 'This zone asks for two people: hand it in for review first.',
  },
  ownText: {
    zh: '本开发区实行双人审核，写过这篇稿件的人不能自己发布，请由其他发布员审核。',
    en: 'This zone asks for two people: whoever wrote in a text may not publish it. Another publisher has to.',
  },
  nothingWritten: { zh: '还没有内容，写好后再送审。', en: 'There is no text yet. Write it, then hand it in.' },
  sayWhatToChange: { zh: '请写明需要修改什么。', en: 'Say what is to be changed.' },
  reasonMissing: {
    zh: '请填写撤回原因（500 字以内），公众会看到。',
    en: 'Give a reason of up to 500 characters. The public will see it.',
  },
  confirmNeeded: {
    zh: '文中有个人信息。确需公开的，请填写理由。',
    en: 'The text contains personal data. If it has to be public, say why.',
  },
  timeNotAhead: {
    zh: '请选择将来一年以内的时间。',
    en: 'Choose a time to come, within a year from now.',
  },
  wholeMinute: { zh: '时间精确到分钟。', en: 'Give the time to the minute.' },
  toldSubmitted: told('送审了', 'handed in'),
  toldSentBack: told('退回了', 'sent back'),
  toldWithdrawn: told('撤回了', 'withdrew'),
  toldPublished: told('发布了', 'published'),
  toldCommented: told('评论了', 'commented on'),
  toldNotPublished: (title: string): TwoText => ({
    zh: `到时未能自动发布，已转回待审：${title}`,
    en: `Was not published at its time and waits for review again: ${title}`,
  }),
  restoreFirst: {
    zh: '文章已撤回或移除，请先恢复为草稿。',
    en: 'It is withdrawn or removed. Bring it back as a draft first.',
  },
  noRevision: { zh: '没有这个版本。', en: 'There is no such revision.' },
  revisionInvalid: {
    zh: '这个版本的内容不符合现在的格式，不能恢复。',
    en: 'That revision does not fit today’s form of a text and cannot be brought back.',
  },
  commentEmpty: { zh: '请填写评论（2000 字以内）。', en: 'Write a comment of up to 2,000 characters.' },
  noPassage: { zh: '这一段已不在文中，请刷新页面。', en: 'That passage is no longer there. Reload the page.' },
  noComment: { zh: '这条评论已处理或不存在。', en: 'That comment is settled already, or not there.' },
  noZone: { zh: '没有这个开发区。', en: 'There is no such zone.' },
  operatorSwitchesOff: {
    zh: '双人审核开启后，只有平台管理员可以关闭。',
    en: 'Once two people are asked for, only an operator can end it.',
  },
} as const;
