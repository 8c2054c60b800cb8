/** What a file may be, told by its content; the first ending is given to a name that has another. */
export interface ContentType {
  readonly mediaType: string;
  readonly endings: readonly [string, ...string[]];
}

export const contentTypes = {
  jpeg: { mediaType: 'image/jpeg', endings: ['jpg', 'jpeg'] },
  png: { mediaType: 'image/png', endings: ['png'] },
  webp: { mediaType: 'image/webp', endings: ['webp'] },
  gif: { mediaType: 'image/gif', endings: ['gif'] },
  avif: { mediaType: 'image/avif', endings: ['avif'] },
  pdf: { mediaType: 'application/pdf', endings: ['pdf'] },
  docx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    endings: ['docx'],
  },
  xlsx: { mediaType: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet', endings: ['xlsx'] },
  pptx: {
    mediaType: 'application/vnd.openxmlformats-officedocument.presentationml.presentation',
    endings: ['pptx'],
  },
  ofd: { mediaType: 'application/ofd', endings: ['ofd'] },
  doc: { mediaType: 'application/msword', endings: ['doc', 'wps'] },
  xls: { mediaType: 'application/vnd.ms-excel', endings: ['xls', 'et'] },
  ppt: { mediaType: 'application/vnd.ms-powerpoint', endings: ['ppt', 'dps'] },
  txt: { mediaType: 'text/plain', endings: ['txt'] },
  csv: { mediaType: 'text/csv', endings: ['csv'] },
  zip: { mediaType: 'application/zip', endings: ['zip'] },
} as const satisfies Record<string, ContentType>;

export type ContentKind = keyof typeof contentTypes;

/** What the first bytes say. `zip` and `ole` are containers: what they hold has to be looked at. */
export type Signature = 'jpeg' | 'png' | 'webp' | 'gif' | 'avif' | 'heic' | 'pdf' | 'zip' | 'ole' | 'program';

const signatures: readonly (readonly [Signature, (head: Buffer) => boolean])[] = [
  ['jpeg', startsWith('ffd8ff')],
  ['png', startsWith('89504e470d0a1a0a')],
  ['gif', startsWith('474946383761')],
  ['gif', startsWith('474946383961')],
  ['webp', (head) => startsWith('52494646')(head) && at(head, 8, 12) === 'WEBP'],
  ['avif', (head) => at(head, 4, 8) === 'ftyp' && /^avi[fs]$/.test(at(head, 8, 12))],
  ['heic', (head) => at(head, 4, 8) === 'ftyp' && /^(hei[cxms]|hev[cxms]|mif1|msf1)$/.test(at(head, 8, 12))],
  ['pdf', startsWith('255044462d')],
  ['zip', startsWith('504b0304')],
  ['ole', startsWith('d0cf11e0a1b11ae1')],
  ['program', startsWith('4d5a')],
  ['program', startsWith('7f454c46')],
];

export function signatureOf(head: Buffer): Signature | undefined {
  return signatures.find(([, holds]) => holds(head))?.[0];
}

function startsWith(hex: string): (head: Buffer) => boolean {
  const bytes = Buffer.from(hex, 'hex');
  return (head) => head.subarray(0, bytes.length).equals(bytes);
}

function at(head: Buffer, from: number, to: number): string {
  return head.toString('latin1', from, to);
}

/** Text that a browser or a machine would run: a page, a drawing, a script. */
export function isMarkup(head: string): boolean {
  const start = head.slice(0, 2000).replace(/^\ufeff/, '');
  return /^\s*(<\?|<!--|<!doctype|#!)/i.test(start) || /<(html|head|body|script|svg|iframe|\?php)[\s>/]/i.test(start);
}

/** The names of streams in an old office file tell what it is; they stand in it as two-byte letters. */
const streams = [
  ['doc', 'WordDocument'],
  ['xls', 'Workbook'],
  ['xls', 'Book'],
  ['ppt', 'PowerPoint Document'],
] as const;

export function oldOfficeKind(bytes: Buffer): 'doc' | 'xls' | 'ppt' | undefined {
  return streams.find(([, name]) => bytes.includes(Buffer.from(`${name}\0`, 'utf16le')))?.[0];
}

export function hasOldMacros(bytes: Buffer): boolean {
  return ['_VBA_PROJECT', 'Macros\0'].some((name) => bytes.includes(Buffer.from(name, 'utf16le')));
}

/** What a ZIP is, told by the names in it. */
export function zipKind(names: ReadonlySet<string>): 'docx' | 'xlsx' | 'pptx' | 'ofd' | 'zip' {
  if (names.has('OFD.xml')) return 'ofd';
  if (!names.has('[Content_Types].xml')) return 'zip';
  if (names.has('word/document.xml')) return 'docx';
  if (names.has('xl/workbook.xml')) return 'xlsx';
  return names.has('ppt/presentation.xml') ? 'pptx' : 'zip';
}
