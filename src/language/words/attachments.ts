import type { TwoText } from '../lang.ts';

/** The files offered below an article. */
export const attachmentWords = {
  title: { zh: '附件', en: 'Attachments' },
  lead: {
    zh: '读者可以下载的文档，两种语言共用。改动立即生效，不必另行保存文章。',
    en: 'Documents for readers to download, the same in both languages. Changes here take effect at once.',
  },
  plainNote: {
    zh: '上传前请先保存正文，以免丢失刚写的内容。',
    en: 'Save the text before you upload: what you have just written would be lost.',
  },
  none: { zh: '还没有附件。', en: 'No attachments yet.' },
  name: (name: string): TwoText => ({ zh: `“${name}”的显示名称`, en: `Name shown for “${name}”` }),
  up: (name: string): TwoText => ({ zh: `上移 ${name}`, en: `Move ${name} up` }),
  down: (name: string): TwoText => ({ zh: `下移 ${name}`, en: `Move ${name} down` }),
  remove: (name: string): TwoText => ({ zh: `移除 ${name}`, en: `Remove ${name}` }),
  saveNames: { zh: '保存名称', en: 'Save names' },
  saved: { zh: '附件已更新。', en: 'The attachments are up to date.' },
  upload: { zh: '上传附件', en: 'Upload' },
  elsewhere: { zh: '在原网站', en: 'at its source' },
  onlyPublisher: {
    zh: '文章已发布，附件只能由发布人员更改。',
    en: 'This article is published: only a publisher may change its attachments.',
  },
  nameMissing: {
    zh: '请给每个附件填写名称（300 字以内）。',
    en: 'Give each attachment a name of up to 300 characters.',
  },
  tooMany: { zh: '一篇文章最多 50 个附件。', en: 'An article has 50 attachments at most.' },
} as const;
