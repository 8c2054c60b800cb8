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
  media: {
    report: (kept: number, left: number, reason: TwoText | undefined): TwoText => {
      const parts: TwoText[] = [
        ...(kept > 0
          ? [{ zh: `已保存 ${kept} 个图片和附件`, en: `${kept} of its pictures and attachments kept here` }]
          : []),
        ...(left > 0
          ? [{ zh: `${left} 个仍链接到原网站`, en: `${left} still ${left === 1 ? 'links' : 'link'} to the other site` }]
          : []),
      ];
      const why = reason && left > 0 ? { zh: `（${reason.zh}）`, en: ` (${reason.en})` } : { zh: '', en: '' };
      return { zh: parts.map(({ zh }) => zh).join('，') + why.zh, en: parts.map(({ en }) => en).join(', ') + why.en };
    },
    tooMany: {
      zh: '一篇文章最多自动保存 20 张图片、20 个附件，共 60 MB',
      en: 'of one article at most 20 pictures and 20 attachments, 60 MB together, are kept automatically',
    },
  },
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

  desk: {
    title: { zh: '导入', en: 'Import' },
    lead: {
      zh: '上传网页、文本、Word（.docx）或 ZIP，或粘贴一个网址；识别结果先给您看，确认后才存为草稿。',
      en: 'Upload pages, text, Word (.docx) or ZIP files, or paste an address. You see what was recognised before it is kept as a draft.',
    },
    files: { zh: '文件（最多 50 个，共 30 MB）', en: 'Files (50 at most, 30 MB together)' },
    upload: { zh: '上传并识别', en: 'Upload and recognise' },
    address: { zh: '或粘贴文章网址', en: 'Or the address of an article' },
    read: { zh: '读取网址', en: 'Read the address' },
    zone: { zh: '导入到', en: 'Import to' },
    runs: { zh: '导入记录', en: 'Imports' },
    run: (id: number): TwoText => ({ zh: `第 ${id} 次导入`, en: `Import ${id}` }),
    by: { zh: '开始时间', en: 'Started' },
    what: { zh: '内容', en: 'What' },
    outcome: { zh: '结果', en: 'Outcome' },
    noRuns: { zh: '还没有导入过。', en: 'Nothing has been imported yet.' },
    older: { zh: '更早的导入', en: 'Older imports' },
    reading: { zh: '正在识别，页面每 3 秒自动刷新。', en: 'Being read. This page reloads every three seconds.' },
    refresh: { zh: '刷新', en: 'Reload' },
    readCount: (count: number): TwoText => ({ zh: `已识别 ${count} 篇`, en: `${count} read so far` }),
    waiting: (count: number): TwoText => ({
      zh: `${count} 篇等您确认`,
      en: count === 1 ? '1 page waits for you' : `${count} pages wait for you`,
    }),
    waitingTitle: { zh: '等您确认', en: 'Waiting for you' },
    reportTitle: { zh: '处理结果', en: 'Report' },
    check: { zh: '查看并确认', en: 'Look and decide' },
    keepReady: { zh: '没有疑问的全部存为草稿', en: 'Keep all that have no questions' },
    ready: { zh: '没有疑问', en: 'No questions' },
    asks: (fields: readonly TwoText[]): TwoText => ({
      zh: `待确认：${fields.map(({ zh }) => zh).join('、')}`,
      en: `Asks for: ${fields.map(({ en }) => en).join(', ')}`,
    }),
    keep: { zh: '存为草稿', en: 'Keep as a draft' },
    leave: { zh: '不要这一篇', en: 'Leave it out' },
    leftOut: { zh: '由编辑舍弃', en: 'left out by the editor' },
    otherZone: (name: string): TwoText => ({
      zh: `页面写的发布单位是“${name}”，不是所选的开发区。`,
      en: `The page says that it is of “${name}”, not of the zone you chose.`,
    }),
    inOwnZone: { zh: '仍作为本开发区的文章', en: 'Keep it as an article of our zone all the same' },
    mustDecide: {
      zh: '这篇文章写明属于另一个开发区：请勾选“仍作为本开发区的文章”，或选择不要这一篇。',
      en: 'This page belongs to another zone: tick the box to keep it as yours, or leave it out.',
    },
    recognised: { zh: '识别结果', en: 'What was recognised' },
    titleField: { zh: '标题', en: 'Title' },
    from: { zh: '读自', en: 'Read from' },
    seeArticle: { zh: '打开草稿', en: 'Open the draft' },
    done: {
      kept: { zh: '已存为草稿。', en: 'Kept as a draft.' },
      left: { zh: '已舍弃。', en: 'Left out.' },
    },
    keptMany: (count: number): TwoText => ({ zh: `已存 ${count} 篇草稿。`, en: `${count} kept as drafts.` }),
    nothingSent: { zh: '请选择文件，或填写网址。', en: 'Choose a file, or enter an address.' },
    tooMany: {
      zh: '一次最多 50 个文件、共 30 MB：更多请用命令行导入。',
      en: 'At most 50 files and 30 MB at once: use the command line for more.',
    },
    nameWrong: { zh: '文件名无法识别，请改名后再传。', en: 'A file’s name cannot be read: rename it and try again.' },
    mayNot: { zh: '您不能向这个开发区导入。', en: 'You may not import to this zone.' },
    notFound: {
      zh: '没有这次导入，或这一篇已经处理过。',
      en: 'There is no such import, or this page was dealt with already.',
    },
    beyondMost: {
      zh: '一次最多识别 500 篇：请分批上传，或用命令行导入',
      en: 'at most 500 pages are read at once: upload it in parts, or import it from the command line',
    },
    more: { zh: '后面的文章', en: 'Further pages' },
    wrongTitle: { zh: '标题不能为空，最长 300 字。', en: 'A title is needed, of 300 characters at most.' },
    wrongField: { zh: '这一项填写有误。', en: 'This is not filled in correctly.' },
    takenElsewhere: { zh: '另一个开发区已经收录了这篇文章', en: 'another zone has this article already' },
  },
} as const;
