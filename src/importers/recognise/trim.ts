import { inlineText, type Block } from '#text/document.ts';
import { isFactLine } from './facts.ts';
import { findTimes, isDateLine } from './times.ts';
import { bare } from './words.ts';

export interface Written {
  readonly blocks: readonly Block[];
  readonly linkOnly: ReadonlySet<Block>;
}

export interface Known {
  readonly title: string;
  /** What was left out before: a repetition of it is left out too. */
  readonly left: readonly string[];
  /** No container bounds the text: whatever follows a closing line belongs to the page. */
  readonly everyClosing?: boolean;
}

export interface Trimmed {
  readonly blocks: Block[];
  /** Lines that were cut off: they may still hold facts. */
  readonly cut: readonly string[];
}

/** How many blocks at either end may be something other than the article. */
const head = 8;
const tail = 16;

/** Lines that are tools of the page wherever they stand. */
const tools =
  /^[【[（(]?(?:分享到|分享至|分享|打印本页|打印|关闭窗口|关闭|收藏|字号|字体|大中小|返回顶部|返回列表|返回|我要纠错|纠错|语音播报|播放|点击进入.{0,30}|点击查看更多.{0,20}|加载更多|下一页|上一页|余下全文|阅读全文|Share|Print|Tweet|Email)[\s:：】\])）>》»大中小微信微博QQ空间新浪打印关闭收藏]*$/i;

/** The heading of links to other articles in the middle of a text. */
const relatedLabel =
  /^(?:相关(?:阅读|新闻|链接|文章|报道|稿件)|延伸阅读|推荐阅读|此前报道|Related (?:articles|stories|news))\s*[:：]?$/i;

/** Lines after which an article has ended. */
const closers: readonly RegExp[] = [
  /^[（(【[\s]*(?:责任编辑|责编|文章编辑|网络编辑|本文编辑|值班编辑|编辑|编审|校对|审核|初审|复审|终审|监制|录入)\s*[:：|｜丨]/,
  /^(?:上一篇|下一篇|上一条|下一条|上篇|下篇|前一篇|后一篇|Previous|Next)\s*(?:[:：]|$|文章|article)/i,
  /^(?:相关(?:阅读|新闻|链接|文章|推荐|报道|稿件|信息|资讯)|延伸阅读|推荐阅读|更多(?:阅读|新闻|相关).{0,6}|热门推荐|猜你喜欢|您可能(?:还)?(?:感兴趣|喜欢).{0,6}|与我们联系|Related (?:articles|stories|news)|Read more|More on this.{0,20})\s*[:：]?$/i,
  /扫(?:一扫|描|码).{0,30}(?:关注|手机|打开|二维码|分享|解锁|当前页)/,
  /^(?:版权所有|版权声明|Copyright|©|未经.{0,12}(?:授权|许可|允许))|All Rights Reserved/i,
  /^[（(【]?(?:特别声明|免责声明|郑重声明|声明)[:：]/,
  /^(?:分享到|分享至)[:：]?/,
];

/** A closing line about where the text is from: only at the very end, for a table inside has one too. */
const sourceLine =
  /^[（(【[\s]*(?:本文|文章|信息|稿件|新闻)?(?:来源|稿源|转自|供稿|作者|文\/|Source)\s*[:：|｜丨].{1,40}$/i;

/** What may follow a closing line without being text of the article. */
const legitimateEnd = /^(?:附件|附\s*[:：]|注[:：])|^\S{4,30}(?:局|委员会|政府|管委会|办公室|公司|中心)$/;

/** Cuts what belongs to the page and not to the article from both ends of a body. */
export function trim(written: Written, known: Known): Trimmed {
  const { blocks, linkOnly } = written;
  const texts = blocks.map(textOfBlock);
  const start = startOf(blocks, texts, bare(known.title));
  const end = withoutRepeats(
    texts,
    endOf({ blocks, texts, start }, known.everyClosing ? texts.length : tail),
    known.left.map(bare),
  );
  const kept: Block[] = [];
  let related = false;
  const cut: string[] = [...texts.slice(0, start), ...texts.slice(end)];
  blocks.slice(start, end).forEach((block, at) => {
    const text = texts[start + at] ?? '';
    related = relatedLabel.test(text) || (related && linkOnly.has(block));
    if (tools.test(text) || related) cut.push(text);
    else kept.push(block);
  });
  return { blocks: kept, cut: cut.filter(Boolean) };
}

export function textOfBlock(block: Block): string {
  switch (block.type) {
    case 'paragraph':
    case 'heading':
      return inlineText(block.content);
    case 'blockquote':
      return block.content.map((line) => inlineText(line.content)).join(' ');
    case 'bulletList':
    case 'orderedList':
      return block.content.flatMap((item) => item.content.map((line) => inlineText(line.content))).join(' ');
    case 'table':
      return block.content
        .flatMap((row) => row.content.flatMap((cell) => cell.content.map((line) => inlineText(line.content))))
        .join(' ');
    case 'figure':
      return '';
  }
}

/** After a repeated title, the line of facts and a note on the original title. */
function startOf(blocks: readonly Block[], texts: readonly string[], title: string): number {
  let start = afterTitle(texts, title);
  for (let at = start; at < Math.min(head, texts.length); at += 1) {
    if (isOpening(texts[at] ?? '', title) && isProse(blocks[at])) start = at + 1;
    else if (texts[at] !== '') break;
  }
  return start;
}

/** Whatever stands above the title, such as the site's name, belongs to the page. */
function afterTitle(texts: readonly string[], title: string): number {
  const at = texts.slice(0, head).findIndex((text) => bare(text) === title);
  return texts.slice(0, at + 1).every((text) => text.length <= 200 && !/。$/.test(text)) ? at + 1 : 0;
}

function isOpening(text: string, title: string): boolean {
  if (text === '') return false;
  if (bare(text) === title || tools.test(text)) return true;
  if (/^[（(【[]?(?:原标题|原题|本文原标题)\s*[:：]/.test(text) && text.length < 160) return true;
  return isFactLine(text) || isDateLine(text);
}

function isOnlyDate(text: string): boolean {
  return text.length <= 30 && findTimes(text).length === 1 && text.replace(/[\d\s年月日时分秒:：./-]/g, '').length <= 2;
}

interface Ends {
  readonly blocks: readonly Block[];
  readonly texts: readonly string[];
  readonly start: number;
}

function endOf({ blocks, texts, start }: Ends, reach: number): number {
  let end = cutAtCloser({ blocks, texts, start }, reach);
  while (
    end > start &&
    isProse(blocks[end - 1]) &&
    (sourceLine.test(texts[end - 1] ?? '') || isCloser(texts[end - 1] ?? ''))
  )
    end -= 1;
  return end;
}

/** Boxes of related reading are sometimes written twice: once as a box, once more at the end of the text. */
function withoutRepeats(texts: readonly string[], end: number, left: readonly string[]): number {
  let at = end;
  for (let back = 0; back < 3; back += 1) {
    const key = bare(texts[at - 1] ?? '');
    if (key.length < 12 || !left.some((one) => one.includes(key))) break;
    at -= 1;
  }
  return at;
}

/** The first closing line near the end with nothing but short lines behind it. */
function cutAtCloser({ blocks, texts, start }: Ends, reach: number): number {
  let end = texts.length;
  for (let at = texts.length - 1; at >= Math.max(start, texts.length - reach); at -= 1) {
    const text = texts[at] ?? '';
    if (isProse(blocks[at]) && isCloser(text)) end = at;
    else if (!isWeak(text)) break;
  }
  return end;
}

function isCloser(text: string): boolean {
  return text !== '' && text.length <= 300 && (tools.test(text) || closers.some((form) => form.test(text)));
}

function isWeak(text: string): boolean {
  return text.length <= 60 && !text.includes('。') && !legitimateEnd.test(text) && !isOnlyDate(text);
}

/** A table or list is never an opening or closing line. */
function isProse(block: Block | undefined): boolean {
  return block?.type === 'paragraph' || block?.type === 'heading';
}
