import { isSafeLink, type Block } from './document.ts';
import { styleOf, type Markup } from './markup.ts';

/** Where pages that load pictures late keep the true address. */
const addresses = ['data-src', 'data-original', 'data-actualsrc', 'data-lazy-src', 'src'];

/** A pasted picture: only its address can come along, so it waits for its file. What only decorates stays out. */
export function figureFrom(image: Markup, caption: string): Block | undefined {
  if (isTiny(image)) return undefined;
  const given = addresses.map((name) => image.attributes[name]?.trim() ?? '').filter(Boolean);
  const address = given.find((one) => !/^(data|about|blob|file|javascript):/i.test(one)) ?? '';
  const source = mayBeKept(address) ? address : null;
  const alt = wordsOf(image.attributes['alt'] ?? '');
  const attrs = { file: null, source, alt, caption: caption.replace(/\s+/g, ' ').trim().slice(0, 500) };
  return { type: 'figure', attrs };
}

function mayBeKept(address: string): boolean {
  return /^https?:\/\//i.test(address) && address.length <= 2000 && isSafeLink(address);
}

function isTiny(image: Markup): boolean {
  return ['width', 'height'].some((name) => {
    const [, size] = /^(\d+)(?:px)?$/.exec(image.attributes[name] ?? styleOf(image, name)) ?? [];
    return size !== undefined && Number(size) <= 24;
  });
}

/** The name of a file says nothing to whoever cannot see the picture. */
function wordsOf(alt: string): string {
  const text = alt.replace(/\s+/g, ' ').trim().slice(0, 500);
  return /\.(jpe?g|png|gif|webp|bmp|emf|wmf)$/i.test(text) || /^(图片|图像|image|img|picture|pic)[\s_\d-]*$/i.test(text)
    ? ''
    : text.toWellFormed();
}
