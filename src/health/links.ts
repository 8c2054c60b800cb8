import type { Block, Inline, RichDocument } from '#text/document.ts';

/** The addresses of other sites that a text leads to, each once. */
export function outsideLinks(document: RichDocument, origin: string): string[] {
  const all = document.content.flatMap(linksOfBlock);
  return [...new Set(all)].filter((address) => {
    const url = URL.parse(address);
    return url !== null && /^https?:$/.test(url.protocol) && url.origin !== origin && address.length <= 2000;
  });
}

function linksOfBlock(block: Block): string[] {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return linksIn(block.content);
    case 'blockquote':
      return linksOfLines(block.content);
    case 'table':
      return block.content.flatMap((row) => row.content.flatMap((cell) => linksOfLines(cell.content)));
    case 'figure':
      return block.attrs.source ? [block.attrs.source] : [];
    default:
      return block.content.flatMap((item) => linksOfLines(item.content));
  }
}

function linksOfLines(lines: readonly { readonly content: readonly Inline[] }[]): string[] {
  return lines.flatMap((line) => linksIn(line.content));
}

function linksIn(content: readonly Inline[]): string[] {
  return content.flatMap((part) => {
    const marks = part.type === 'text' ? (part.marks ?? []) : [];
    return marks.flatMap((mark) => (mark.type === 'link' ? [mark.attrs.href] : []));
  });
}

/** Sites that ask for a sign-in or find us too eager are there all the same. */
const alive = new Set([401, 403, 405, 429, 451]);

/** Whether an answer means that there is something behind the address. */
export function isThere(status: number | undefined): boolean {
  return status !== undefined && (status < 400 || alive.has(status));
}
