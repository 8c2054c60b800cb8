import type { TwoText } from '../lang.ts';

/** Files of a need or an offer. */
export const listingFileWords = {
  title: { zh: '附件', en: 'Files' },
  lead: {
    zh: '检测报告、图纸、说明书等。公开且写明组织的，任何人都能下载；其他的在双方都接受后才给对方看。',
    en: 'Test reports, drawings, manuals. Anybody can download those of one that is open and says whose it is; others are shown to the other side once both have accepted.',
  },
  none: { zh: '还没有附件。', en: 'There are no files yet.' },
  choose: { zh: '选择文件', en: 'Choose files' },
  hint: {
    zh: '每个不超过 25 MB，一次最多 20 个。上传前请先保存上面的内容。',
    en: 'Up to 25 MB each, 20 at once. Save what you have written above before you upload.',
  },
  upload: { zh: '上传', en: 'Upload' },
  remove: { zh: '移除', en: 'Remove' },
  removeNamed: (name: string): TwoText => ({ zh: `移除 ${name}`, en: `Remove ${name}` }),
  removeHint: { zh: '移除后不能恢复。', en: 'What is removed cannot be brought back.' },
  tooMany: { zh: '最多 20 个附件，请先移除不用的。', en: 'At most 20 files. Remove some that are not needed first.' },
  gone: { zh: '这个附件已经移除了。', en: 'That file is removed already.' },
} as const;
