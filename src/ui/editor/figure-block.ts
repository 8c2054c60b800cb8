import { Node, type Attribute } from '@tiptap/core';
import { isSafeLink, type Block } from '#text/document.ts';

export type FigureAttributes = Extract<Block, { type: 'figure' }>['attrs'];

/** What the editor writes below a picture that is not here yet, or has no words for those who cannot see it. */
export interface FigureWords {
  readonly notHere: string;
  readonly altMissing: string;
  readonly figure: string;
}

const kept = (name: string, attribute: Attribute): Attribute => ({
  ...attribute,
  parseHTML: (element) => element.getAttribute(`data-${name}`) ?? attribute.default,
  renderHTML: () => ({}),
});

/** A picture with its caption and its words. It is one piece: what it says is changed in its dialog. */
export function figureBlock(words: FigureWords) {
  return Node.create({
    name: 'figure',
    group: 'block',
    atom: true,
    draggable: true,
    addAttributes: () => ({
      file: kept('file', { default: null, validate: textOrNull(100) }),
      source: kept('source', { default: null, validate: addressOrNull }),
      alt: kept('alt', { default: '', validate: textOf(500) }),
      caption: kept('caption', { default: '', validate: textOf(500) }),
    }),
    parseHTML: () => [{ tag: 'figure' }],
    renderHTML: ({ node }) => drawn(node.attrs as FigureAttributes, words),
  });
}

function drawn({ file, source, alt, caption }: FigureAttributes, words: FigureWords) {
  const data = { 'data-file': file, 'data-source': source, 'data-alt': alt, 'data-caption': caption };
  const given = Object.fromEntries(Object.entries(data).filter(([, value]) => value !== null));
  const picture = file
    ? (['img', { src: `/files/${file}/small`, alt }] as const)
    : (['p', { class: 'waiting' }, `${words.notHere} ${source ?? ''}`.trim()] as const);
  const said = ['figcaption', caption || (file ? words.figure : '')] as const;
  const missing = alt === '' ? [['p', { class: 'missing' }, words.altMissing] as const] : [];
  return ['figure', { ...given, tabindex: '-1' }, picture, said, ...missing] as const;
}

function textOf(most: number): (value: unknown) => void {
  return (value) => {
    if (typeof value !== 'string' || value.length > most) throw new RangeError('no such text');
  };
}

function textOrNull(most: number): (value: unknown) => void {
  return (value) => {
    if (value !== null) textOf(most)(value);
  };
}

function addressOrNull(value: unknown): void {
  if (value === null) return;
  textOf(2000)(value);
  if (!isSafeLink(String(value))) throw new RangeError('no address to follow');
}
