import type { TwoText } from '../lang.ts';

/** Import of real pages: reasons, questions, the report and the command. */
export const importWords = {
  refusals: {
    empty: { zh: '没有找到文章正文', en: 'no article text was found' },
    listPage: { zh: '这是列表页，不是文章', en: 'this is a list page, not an article' },
    feed: {
      zh: '这是订阅源或站点地图，不是文章：请添加为来源，而不是导入',
      en: 'this is a feed or a sitemap, not an article: add it as a source instead',
    },
    frames: { zh: '这是框架页，正文在另一个文件里', en: 'this page is only a frame: the text is in another file' },
    noTitle: { zh: '没有找到标题', en: 'no title was found' },
    notText: { zh: '文件不是文本', en: 'the file is not text' },
    unknownKind: {
      zh: '不支持的文件类型：可导入网页、文本、DOCX 和 ZIP',
      en: 'this kind of file cannot be imported: pages, text, DOCX and ZIP can',
    },
    oldWord: {
      zh: '旧版 Word（.doc）或 WPS 文件：请另存为 .docx',
      en: 'an old Word (.doc) or WPS file: save it as .docx',
    },
    tooLarge: { zh: '文件超过 20 MB', en: 'the file is larger than 20 MB' },
    tooDeep: { zh: '元素嵌套过深，不是正常的网页', en: 'its elements are nested deeper than in any real page' },
    tooSlow: { zh: '15 秒内没有读完', en: 'it could not be read within 15 seconds' },
    tooMuchMemory: { zh: '读取时占用的内存过多', en: 'reading it takes more memory than is allowed' },
    crashed: { zh: '读取时出错：文件已损坏', en: 'reading it failed: the file is damaged' },
    brokenWord: { zh: 'Word 文件已损坏', en: 'the Word file is damaged' },
    wordWithDoctype: {
      zh: 'Word 文件含有 DOCTYPE 或实体声明，出于安全不予读取',
      en: 'the Word file declares a DOCTYPE or entities and is not read, for safety',
    },
    brokenArchive: { zh: 'ZIP 文件已损坏', en: 'the ZIP is damaged' },
    unpacksTooLarge: { zh: '解压后过大', en: 'it unpacks to more than is allowed' },
    tooManyEntries: { zh: 'ZIP 中的文件过多', en: 'the ZIP holds too many files' },
    nestedArchive: { zh: 'ZIP 中的 ZIP 不予读取：请先解压', en: 'a ZIP inside a ZIP is not read: unpack it first' },
    encryptedEntry: { zh: '文件已加密', en: 'the file is encrypted' },
    unsafeEntryName: { zh: '文件名指向压缩包之外', en: 'its name points outside the archive' },
    symbolicLink: { zh: '符号链接不予读取', en: 'a symbolic link is not followed' },
    notReadable: { zh: '无法读取该文件', en: 'the file cannot be read' },
    notStored: { zh: '内容超出可保存的范围', en: 'its content is more than can be stored' },
  },
  notThere: { zh: '路径不存在', en: 'there is nothing at this path' },
  nothingInside: { zh: '其中没有可导入的文件', en: 'there is nothing in it that can be imported' },
  notSaved: (why: string): TwoText => ({ zh: `保存失败：${why}`, en: `it could not be saved: ${why}` }),
  mayNotImport: { zh: '您没有导入的权限。', en: 'You may not import.' },

  waitsFor: (fields: readonly TwoText[]): TwoText => ({
    zh: `待确认：${fields.map(({ zh }) => zh).join('、')}`,
    en: `waits for an answer: ${fields.map(({ en }) => en).join(', ')}`,
  }),
  keptAsDraft: { zh: '按要求存为草稿', en: 'kept as a draft, as asked' },
  picturesLeft: (count: number): TwoText => ({
    zh: `${count} 张图片没有完整网址，未保留`,
    en: `${count} ${count === 1 ? 'picture has' : 'pictures have'} no full address and ${count === 1 ? 'was' : 'were'} left out`,
  }),
  attachmentsLeft: (count: number): TwoText => ({
    zh: `${count} 个附件没有完整网址，未保留`,
    en: `${count} ${count === 1 ? 'attachment has' : 'attachments have'} no full address and ${count === 1 ? 'was' : 'were'} left out`,
  }),
  fields: {
    title: { zh: '标题', en: 'title' },
    published_at: { zh: '发布时间', en: 'time of publication' },
    zone: { zh: '发布开发区', en: 'publishing zone' },
    column: { zh: '栏目', en: 'column' },
    source: { zh: '来源', en: 'source' },
  },

  outcomes: {
    imported: { zh: '已导入', en: 'imported ' },
    updated: { zh: '已更新', en: 'updated  ' },
    unchanged: { zh: '未变化', en: 'unchanged' },
    draft: { zh: '存草稿', en: 'draft    ' },
    refused: { zh: '已拒绝', en: 'refused  ' },
  },
  results: {
    imported: { zh: '导入', en: 'imported' },
    updated: { zh: '更新', en: 'updated' },
    unchanged: { zh: '未变', en: 'unchanged' },
    draft: { zh: '草稿', en: 'drafts' },
    refused: { zh: '拒绝', en: 'refused' },
  },
  summary: {
    zh: '导入文本、网页、DOCX、文件夹或 ZIP 中的文章',
    en: 'Import articles from text, HTML, DOCX, folders or ZIP files',
  },
  progress: { zh: '导入', en: 'Importing' },
  pathMissing: { zh: '请给出要导入的文件或文件夹。', en: 'Say which files or folders to import.' },
  zoneUnknown: (text: string): TwoText => ({
    zh: `没有唯一的开发区与“${text}”对应：请使用 8 位代码。`,
    en: `No single zone is meant by “${text}”: use its 8-digit code.`,
  }),
  columnUnknown: (text: string, known: string): TwoText => ({
    zh: `没有栏目“${text}”。现有栏目：${known}。`,
    en: `There is no column “${text}”. The columns are: ${known}.`,
  }),
  timeUnknown: (text: string): TwoText => ({
    zh: `看不懂时间“${text}”：请写成 2024-02-01 或 2024-02-01 09:30。`,
    en: `“${text}” is not a time: write 2024-02-01 or 2024-02-01 09:30.`,
  }),
  item: (path: string, result: TwoText, reason: TwoText | undefined): TwoText => ({
    zh: `${result.zh}  ${path}${reason ? `：${reason.zh}` : ''}`,
    en: `${result.en}  ${path}${reason ? `: ${reason.en}` : ''}`,
  }),
  more: (count: number): TwoText => ({ zh: `另有 ${count} 个文件，详见报告`, en: `and ${count} more: see the report` }),
  report: (id: number, counts: TwoText): TwoText => ({
    zh: `第 ${id} 次导入：${counts.zh}`,
    en: `Import ${id}: ${counts.en}`,
  }),
} as const;
