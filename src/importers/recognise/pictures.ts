import { isSafeLink } from '#text/document.ts';
import { absolute } from './address.ts';
import { attribute, childrenOf, isElement, type Element, type Node } from './tree.ts';
import { oneLine, shorten, textOf } from './words.ts';

/** How a picture without an address is noted among what was left out. */
export const pictureMark = 'img ';

export interface Picture {
  readonly source: string;
  readonly alt: string;
}

/** Pages that load pictures late keep the true address beside a placeholder. */
const addressAttributes = [
  'data-src',
  'data-original',
  'data-actualsrc',
  'data-lazy-src',
  'data-url',
  '_src',
  'original',
  'src',
];

/** Icons of file types, spacers, emoticons, counters: drawn by the system, not part of the article. */
const decoration =
  /(?:icon_(?:doc|docx|xls|xlsx|pdf|rar|zip|txt|ppt|pptx)|filetypeimages|fileicon|spacer|blank\.gif|emotion|\/face\/|tracker|counter|weixin_|qrcode|erweima|end_[a-z]+\.png)/i;

/** The picture of an `img`, or undefined when it only decorates. `base` resolves relative addresses. */
export function pictureOf(element: Element, base: string): Picture | undefined {
  const said = addressAttributes.map((name) => attribute(element, name).trim()).find(isAddress) ?? '';
  if (isTiny(element) || decoration.test(said)) return undefined;
  const source = absolute(said.startsWith('//') ? `https:${said}` : said, base);
  const alt = shorten(oneLine(attribute(element, 'alt') || attribute(element, 'title')), 500);
  return { source: mayBeKept(source) ? source : '', alt: isFileName(alt) ? '' : alt };
}

function isAddress(value: string): boolean {
  return value !== '' && !/^(data|about|javascript):/i.test(value);
}

function mayBeKept(address: string): boolean {
  return /^https?:\/\//i.test(address) && address.length <= 2000 && isSafeLink(address);
}

function isTiny(element: Element): boolean {
  return ['width', 'height'].some((name) => {
    const size = /^(\d+)(?:px)?$/.exec(attribute(element, name).trim())?.[1];
    return size !== undefined && Number(size) <= 24;
  });
}

/** 微信图片_2024.jpg tells a reader nothing. */
function isFileName(alt: string): boolean {
  return /\.(jpe?g|png|gif|webp|bmp)$/i.test(alt) || /^(图片|image|img|pic|undefined|null)[\s_\d-]*$/i.test(alt);
}

/** The words a figure carries below its picture. */
export function captionIn(element: Element): string {
  const caption = firstInside(element, isCaption);
  return caption ? shorten(textOf(caption), 500) : '';
}

export function isCaption(element: Element): boolean {
  return (
    element.tagName === 'figcaption' ||
    /(?:^|[\s_-])(img_descr|caption|pic-?desc|img-?desc|tuzhu|photo-?note)/i.test(attribute(element, 'class'))
  );
}

/** Whether the element wraps one picture and its caption. */
export function isPictureFrame(element: Element): boolean {
  return (
    (element.tagName === 'figure' ||
      /(?:img|pic|photo|image)[_-]?(?:wrap|box|wrapper|con)?/i.test(attribute(element, 'class'))) &&
    firstInside(element, isCaption) !== undefined
  );
}

export function imageIn(element: Element): Element | undefined {
  return firstInside(element, (one) => one.tagName === 'img');
}

function firstInside(node: Node, wanted: (element: Element) => boolean): Element | undefined {
  for (const child of childrenOf(node)) {
    if (!isElement(child)) continue;
    const found = wanted(child) ? child : firstInside(child, wanted);
    if (found) return found;
  }
  return undefined;
}
