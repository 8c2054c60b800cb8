import type { TwoText } from '../lang.ts';

const kinds: readonly (readonly [pattern: RegExp, name: TwoText])[] = [
  [/^image\//, { zh: '图片', en: 'Picture' }],
  [/pdf$/, { zh: 'PDF', en: 'PDF' }],
  [/word/, { zh: 'Word 文档', en: 'Word document' }],
  [/excel|spreadsheet|csv/, { zh: '表格', en: 'Spreadsheet' }],
  [/powerpoint|presentation/, { zh: '演示文稿', en: 'Slides' }],
  [/ofd$/, { zh: 'OFD 版式文件', en: 'OFD document' }],
  [/^text\//, { zh: '文本', en: 'Text' }],
  [/zip/, { zh: '压缩包', en: 'ZIP archive' }],
];

/** What a reader calls a file of this type; nothing for one we do not know. */
export function kindName(mediaType: string): TwoText {
  return kinds.find(([pattern]) => pattern.test(mediaType))?.[1] ?? { zh: '', en: '' };
}

/** Uploaded files: pictures and documents of a zone. */
export const fileWords = {
  notFound: { zh: '没有这个文件。', en: 'There is no such file.' },
  mayNotKeep: {
    zh: '只有本开发区的编辑或发布人员可以管理文件。',
    en: 'Only an editor or publisher of this zone may add or delete files.',
  },
  chooseFile: { zh: '请先选择要上传的文件。', en: 'Choose a file to upload first.' },
  chooseZone: { zh: '请选择文件所属的开发区。', en: 'Choose the zone that the file belongs to.' },
  tooLarge: (megabytes: number): TwoText => ({
    zh: `文件超过 ${megabytes} MB，请压缩或拆分后再上传。`,
    en: `The file is larger than ${megabytes} MB. Make it smaller or split it, then upload it again.`,
  }),
  tooManyFiles: (most: number): TwoText => ({
    zh: `一次最多上传 ${most} 个文件，请分批上传。`,
    en: `At most ${most} files can be uploaded at once. Upload them in several goes.`,
  }),
  tooMuch: {
    zh: '一次上传的内容太多，请分批上传。',
    en: 'That was too much at once. Upload the files in several goes.',
  },
  malformed: {
    zh: '上传的内容不完整，请重新选择文件再试。',
    en: 'The upload was incomplete. Choose the file again and retry.',
  },
  aboutFile: (name: string, says: TwoText): TwoText => ({ zh: `“${name}”：${says.zh}`, en: `“${name}”: ${says.en}` }),
  empty: { zh: '文件是空的，请检查后重新上传。', en: 'The file is empty. Check it and upload it again.' },
  unknownType: {
    zh: '不支持这种文件。可以上传 JPEG、PNG、WebP、GIF、AVIF 图片，以及 PDF、Word、Excel、PowerPoint、WPS、OFD、TXT、CSV、ZIP 文件。',
    en: 'This kind of file is not accepted. Upload a JPEG, PNG, WebP, GIF or AVIF picture, or a PDF, Word, Excel, PowerPoint, WPS, OFD, TXT, CSV or ZIP file.',
  },
  markup: {
    zh: '不接受网页、SVG 和脚本：打开时会运行其中的代码。图形请导出为 PNG 再上传。',
    en: 'Web pages, SVG and scripts are not accepted, because opening them runs what is inside. Export a drawing as PNG instead.',
  },
  heic: {
    zh: '不支持 HEIC 图片。请在手机上改存为 JPEG（相机设置选“兼容性最佳”）再上传。',
    en: 'HEIC pictures are not accepted. Save it as JPEG (on the phone: camera format “Most Compatible”), then upload it.',
  },
  macros: {
    zh: '文件中含有宏。请另存为不含宏的文档再上传。',
    en: 'The file contains macros. Save it as a document without macros, then upload it.',
  },
  archiveUnsafe: {
    zh: '压缩包已加密、已损坏，或其中的路径不安全。请重新打包后再上传。',
    en: 'The archive is encrypted, damaged, or has unsafe paths inside. Pack it again, then upload it.',
  },
  archiveTooLarge: {
    zh: '压缩包解开后太大，请拆分后再上传。',
    en: 'The archive is too large when unpacked. Split it, then upload it.',
  },
  pictureBroken: {
    zh: '图片已损坏，打不开。请检查原图，或另存一份再上传。',
    en: 'The picture is damaged and cannot be opened. Check it, or save a new copy and upload that.',
  },
  pictureTooLarge: (megapixels: number): TwoText => ({
    zh: `图片超过 ${megapixels} 百万像素，请缩小后再上传。`,
    en: `The picture has more than ${megapixels} megapixels. Make it smaller, then upload it.`,
  }),
  busy: { zh: '正在处理的图片太多，请稍候再试。', en: 'Too many pictures are being prepared. Try again in a moment.' },
  quotaFull: (zone: string, gigabytes: string): TwoText => ({
    zh: `开发区 ${zone} 的文件已用满 ${gigabytes} GB，请删除不再使用的文件，或请平台管理员扩容。`,
    en: `The files of zone ${zone} have reached ${gigabytes} GB. Delete files that nothing uses, or ask the operator for more room.`,
  }),
  notOfZone: {
    zh: '引用的文件不在本开发区的文件中，请重新上传或重新选择。',
    en: 'A file that is referred to is not among the files of this zone. Upload it here, or choose another.',
  },
  title: { zh: '文件', en: 'Files' },
  lead: {
    zh: '本开发区上传的图片和文档。公开内容引用的文件公众可以看到，其余只有本开发区的工作人员能看到。',
    en: 'Pictures and documents of the zone. The public sees those that public pages refer to; the others are seen only by the people of the zone.',
  },
  zone: { zh: '开发区', en: 'Zone' },
  chooseThisZone: { zh: '查看', en: 'Show' },
  noZone: {
    zh: '您还不是任何开发区的编辑或发布人员，请联系平台管理员。',
    en: 'You are not an editor or publisher of any zone yet. Ask the operator.',
  },
  storage: (used: string, quota: string): TwoText => ({
    zh: `已用 ${used}，共 ${quota}`,
    en: `${used} of ${quota} used`,
  }),
  upload: { zh: '上传文件', en: 'Upload files' },
  uploadHint: (megabytes: number): TwoText => ({
    zh: `图片或文档，每个不超过 ${megabytes} MB。图片会去除拍摄地点等信息。`,
    en: `Pictures or documents, up to ${megabytes} MB each. Location and camera data are taken out of pictures.`,
  }),
  dropHint: {
    zh: '也可以把文件拖到这里。',
    en: 'You can also drop files here.',
  },
  pasteHint: { zh: '剪贴板中的图片可以直接粘贴。', en: 'A picture can be pasted.' },
  choose: { zh: '选择文件', en: 'Choose files' },
  uploading: { zh: '正在上传', en: 'Uploading' },
  preparing: { zh: '正在处理', en: 'Preparing' },
  uploaded: (count: number): TwoText => ({
    zh: `已上传 ${count} 个文件。`,
    en: count === 1 ? '1 file was uploaded.' : `${count} files were uploaded.`,
  }),
  uploadedOne: { zh: '已上传', en: 'Uploaded' },
  connectionLost: {
    zh: '网络中断，没有传完。请检查网络后重试。',
    en: 'The connection was lost before the file had arrived. Check it and try again.',
  },
  cancel: { zh: '取消', en: 'Cancel' },
  filters: { zh: '筛选', en: 'Show' },
  all: { zh: '全部', en: 'All' },
  pictures: { zh: '图片', en: 'Pictures' },
  documents: { zh: '文档', en: 'Documents' },
  unused: { zh: '未使用', en: 'Unused' },
  deleted: { zh: '最近删除', en: 'Deleted' },
  by: (name: string, time: string): TwoText => ({ zh: `${name} 上传于 ${time}`, en: `${name}, ${time}` }),
  usedIn: { zh: '用于：', en: 'Used in: ' },
  usedNowhere: { zh: '未使用', en: 'Not used' },
  inDraft: { zh: '（草稿）', en: ' (draft)' },
  delete: { zh: '删除', en: 'Delete' },
  deleteNamed: (name: string): TwoText => ({ zh: `删除 ${name}`, en: `Delete ${name}` }),
  wasDeleted: (name: string, days: number): TwoText => ({
    zh: `已删除“${name}”。${days} 天内可以恢复。`,
    en: `“${name}” was deleted. It can be brought back for ${days} days.`,
  }),
  undo: { zh: '撤销', en: 'Undo' },
  restore: { zh: '恢复', en: 'Bring back' },
  restoreNamed: (name: string): TwoText => ({ zh: `恢复 ${name}`, en: `Bring back ${name}` }),
  wasRestored: (name: string): TwoText => ({ zh: `已恢复“${name}”。`, en: `“${name}” is back.` }),
  next: { zh: '更早的文件', en: 'Older files' },
  nothingYet: {
    zh: '还没有文件。上传的图片可以插入文章，文档可以作为附件。',
    en: 'No files yet. Upload a picture to put into an article, or a document to attach to one.',
  },
  nothingFound: { zh: '没有这样的文件。', en: 'There are no such files.' },
  stillUsed: {
    zh: '文件正在使用，不能删除。请先从引用它的内容中移除。',
    en: 'The file is in use and cannot be deleted. Take it out of what refers to it first.',
  },
} as const;
