/** What a file is, by its bytes first and its name second: names are typed by people. */
export type FileKind = 'html' | 'text' | 'word' | 'archive' | 'feed' | 'oldWord' | 'notText' | 'unknown';

const signatures: readonly [kind: FileKind, bytes: readonly number[]][] = [
  ['oldWord', [0xd0, 0xcf, 0x11, 0xe0]],
  ['unknown', [0x25, 0x50, 0x44, 0x46]],
  ['unknown', [0x89, 0x50, 0x4e, 0x47]],
  ['unknown', [0xff, 0xd8, 0xff]],
  ['unknown', [0x47, 0x49, 0x46, 0x38]],
  ['unknown', [0x1f, 0x8b]],
  ['unknown', [0x37, 0x7a, 0xbc, 0xaf]],
  ['unknown', [0x52, 0x61, 0x72, 0x21]],
];

/** The kind by the first bytes; undefined means that the text has to be looked at. */
export function kindByBytes(bytes: Uint8Array, name: string): FileKind | undefined {
  const starts = (mark: readonly number[]) => mark.every((byte, at) => bytes[at] === byte);
  const known = signatures.find(([, mark]) => starts(mark));
  if (known) return known[0];
  const isZip = starts([0x50, 0x4b, 0x03, 0x04]) || starts([0x50, 0x4b, 0x05, 0x06]);
  if (!isZip) return undefined;
  const isWord =
    /\.docx$/i.test(name) || Buffer.from(bytes.buffer, bytes.byteOffset, bytes.length).includes('word/document.xml');
  return isWord ? 'word' : 'archive';
}

const pageTags =
  /<(?:!doctype\s+html|html|head|body|meta|div|p|table|article|section|h[1-6]|ucapcontent|frameset)[\s>]/i;

/** The kind of a decoded text. */
export function kindByText(text: string, name: string): FileKind {
  const start = text.slice(0, 20_000);
  return textKinds.find(([, holds]) => holds(start, name))?.[0] ?? 'text';
}

const feedStart =
  /^\s*(?:<\?xml[^>]*>\s*)?(?:<!--[\s\S]*?-->\s*|<\?[^>]*>\s*|<!DOCTYPE[^>]*>\s*)*<(?:rss|feed|rdf:RDF|urlset|sitemapindex)[\s>]/i;

/** Asked in this order; what none of them claims is plain text. */
const textKinds: readonly [kind: FileKind, holds: (start: string, name: string) => boolean][] = [
  ['feed', (start) => feedStart.test(start)],
  ['notText', (start) => start.includes('\u0000')],
  ['html', (start, name) => pageTags.test(start) || /\.(?:s?html?|xhtml)$/i.test(name)],
  ['unknown', (_, name) => /\.(?:xml|json|js|css|csv|svg|rtf|mht|mhtml)$/i.test(name)],
  ['unknown', (start) => /^\s*(?:<\?xml|\{\\rtf|\{"|\[\{)/.test(start)],
  ['notText', (start) => (start.match(/[\ufffd\u0001-\u0008\u000e-\u001f]/g)?.length ?? 0) * 20 > start.length],
];

/** Names that are worth looking into when a folder is searched; pictures and scripts lie beside saved pages. */
export function mayHoldArticle(name: string): boolean {
  return /\.(?:s?html?|xhtml|txt|text|docx?|wps|zip|xml|rss|atom)$/i.test(name);
}
