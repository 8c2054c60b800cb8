import { Mark } from '@tiptap/core';
import { isSafeLink } from '#text/document.ts';

const plain = (name: string, tags: readonly [string, ...string[]]) =>
  Mark.create({
    name,
    parseHTML: () => tags.map((tag) => ({ tag })),
    renderHTML: () => [tags[0], 0],
  });

const link = Mark.create({
  name: 'link',
  priority: 1000,
  inclusive: false,
  addAttributes: () => ({ href: { default: null, validate: mayBeFollowed } }),
  parseHTML: () => [{ tag: 'a[href]', getAttrs: (element) => isSafeLink(element.getAttribute('href') ?? '') && null }],
  // In the editor a link is text to be edited: it leads nowhere by itself.
  renderHTML: ({ mark }) => ['a', { href: String(mark.attrs['href']), rel: 'noopener nofollow' }, 0],
});

function mayBeFollowed(href: unknown): void {
  if (typeof href !== 'string' || href.length > 2000 || !isSafeLink(href)) throw new RangeError('no address to follow');
}

/** The marks of the closed document, the outermost first (src/text/canonical.ts). */
export const marks = [
  link,
  plain('bold', ['strong', 'b']),
  plain('italic', ['em', 'i']),
  plain('superscript', ['sup']),
  plain('subscript', ['sub']),
];
