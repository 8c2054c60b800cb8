import type { TwoText } from '../lang.ts';

/** The operator's list of words that must not, or should not lightly, be published. */
export const watchWordWords = {
  title: { zh: '用语词表', en: 'Word list' },
  lead: {
    zh: '发布前会用这份词表检查每篇稿件：禁用词必须改掉才能发布，提醒词只作提示。',
    en: 'Every text is held against this list before it is published. Forbidden words must go; the others are pointed out.',
  },
  word: { zh: '词语', en: 'Word' },
  severity: { zh: '类别', en: 'Kind' },
  forbid: { zh: '禁用', en: 'Forbidden' },
  warn: { zh: '提醒', en: 'Pointed out' },
  reason: { zh: '原因', en: 'Reason' },
  replacement: { zh: '建议用语', en: 'Write instead' },
  add: { zh: '添加', en: 'Add' },
  addTitle: { zh: '添加一个词', en: 'Add a word' },
  remove: { zh: '移除', en: 'Remove' },
  removeWord: (word: string): TwoText => ({ zh: `移除“${word}”`, en: `Remove “${word}”` }),
  paste: { zh: '批量粘贴', en: 'Paste many' },
  lines: { zh: '每行一个词', en: 'One word a line' },
  linesHint: {
    zh: '每行：词语、类别（禁用或提醒）、原因、建议用语，用制表符或逗号分隔；后三项可不填。可从表格直接复制。已有的词会被更新。',
    en: 'Each line: word, kind (forbid or warn), reason, what to write instead, parted by tabs or commas. The last three may be left out. Copy from a spreadsheet as it is. Words already listed are updated.',
  },
  pasteAdd: { zh: '全部添加', en: 'Add all' },
  empty: { zh: '词表还是空的。', en: 'The list is empty.' },
  emptyHint: { zh: '在下面添加第一个词，或批量粘贴。', en: 'Add the first word below, or paste many.' },
  added: (n: number): TwoText => ({
    zh: `已添加或更新 ${n} 个词。`,
    en: n === 1 ? 'One word was added or updated.' : `${n} words were added or updated.`,
  }),
  removed: { zh: '已移除。', en: 'Removed.' },
  notThere: { zh: '词表中没有这个词。', en: 'That word is not on the list.' },
  noLines: { zh: '请至少填写一个词。', en: 'Enter at least one word.' },
  lineWrong: (n: number): TwoText => ({
    zh: `第 ${n} 行不对：词语 1 至 60 个字符，类别为“禁用”或“提醒”。`,
    en: `Line ${n} is not right: a word of 1 to 60 characters, then forbid or warn.`,
  }),
  tooMany: (n: number): TwoText => ({
    zh: `词表最多 ${n} 个词。`,
    en: `The list holds at most ${n.toLocaleString('en')} words.`,
  }),
  wordWrong: { zh: '请填写 1 至 60 个字符的词语。', en: 'Enter a word of 1 to 60 characters.' },
  count: (n: number): TwoText => ({ zh: `共 ${n} 个词`, en: n === 1 ? 'One word' : `${n.toLocaleString('en')} words` }),
} as const;
