import type { Attachment } from '../page.ts';
import { absolute } from './address.ts';
import { attribute, isInside, parentOf, type Element, type PageTree } from './tree.ts';
import { oneLine, shorten, textOf } from './words.ts';

const fileName = /\.(?:pdf|docx?|xlsx?|pptx?|wps|et|ofd|zip|rar|7z|csv|txt)(?:$|[?#])/i;

/** Files the page offers for download in the body or right beside it. */
export function attachmentsIn(page: PageTree, body: Element, base: string): Attachment[] {
  const around = parentOf(body) ?? body;
  const found = new Map<string, Attachment>();
  for (const link of page.byTag.get('a') ?? []) {
    const href = attribute(link, 'href').trim();
    if (!fileName.test(href) || !isInside(link, around)) continue;
    const address = absolute(href, base);
    if (address.length <= 2000 && !found.has(address)) found.set(address, { address, name: nameOf(link, address) });
  }
  return [...found.values()].slice(0, 100);
}

function nameOf(link: Element, address: string): string {
  const last = address.split(/[?#]/)[0]?.split('/').at(-1) ?? address;
  return shorten(textOf(link) || oneLine(attribute(link, 'title')) || decoded(last), 300);
}

function decoded(text: string): string {
  try {
    return decodeURIComponent(text);
  } catch {
    // A name in another encoding than UTF-8: shown as it stands in the address.
    return text;
  }
}
