import { sentencesOf } from '#text/sentences.ts';

/** What is wanted of a thing, rather than the thing: says nothing about whether two wishes are of one kind. */
const generic =
  /研究与开发|研发|开发|研究|关键技术|核心技术|技术|产业化|应用|推广|项目|系统|方案|解决|需求|设计|制备|制造|生产|工艺|设备|装置|平台|软件|材料|产品|提升|优化|改造|升级|管理|智能|新型|及其|相关|企业|公司|我们|需要|希望|寻求|以及/gu;
const genericEnglish = new Set(
  'and the for with from development research technology technologies system systems solution solutions application need needs new our want wants looking seek find process equipment'.split(
    ' ',
  ),
);

/** A wish in its own right ends in one of these. */
const heads =
  /(?:研发|开发|研究|改造|设计|制备|检测|测试|技术|工艺|设备|系统|材料|装置|平台|软件|人才|融资|招聘|采购|方案|难题|问题|systems?|process|software|equipment|materials?|testing|technology|engineers?)\s*$/iu;
const joined = /以及|及其|及|和|与|、|；|;|\band\b|&/iu;
const asks =
  /需要|需|解决|开发|寻求|希望|研制|寻找|招聘|采购|征集|\b(?:need|want|seek|looking for|develop|solve|hire|buy)/iu;
const besides = /^(?:另外|此外|同时还|还希望|还需要|与此同时|in addition|besides|also|we also)/iu;
/** `1、` and `(2)`; a long text's 一、二、三 are its sections. */
const numbered = /(?:^|[\n。；;：:])\s*(?:[(（]\d{1,2}[)）]|\d{1,2}[、.．)）](?!\d))\s*/gu;
const longestItem = 150;
const fewestCharacters = 4;
/** Parts of one wish name its thing again; two wishes share next to nothing. */
const mostShared = 0.05;

/** Where a need or an offer seems to be two: the two parts in the author's words; empty for one. */
export function twoInOne(title: string, body: string): string[] {
  const inTitle = pairOf(
    title
      .split(joined)
      .map((part) => part.trim())
      .filter(isWishTitle),
  );
  if (inTitle.length > 0) return inTitle;
  // What stands before the first number introduces the list.
  const [, ...items] = body.split(numbered).map((part) => part.trim());
  const inList = pairOf(items.filter(isWish));
  return inList.length > 0 ? inList.map(shortened) : addedTo(title, body);
}

function isWishTitle(part: string): boolean {
  return part.length >= fewestCharacters && heads.test(part) && wordsOf(part).size > 0;
}

function isWish(item: string): boolean {
  return item.length <= longestItem && asks.test(item) && wordsOf(item).size > 2;
}

function pairOf(parts: readonly string[]): string[] {
  for (const [place, one] of parts.entries()) {
    const other = parts.slice(place + 1).find((part) => sharedOf(wordsOf(one), wordsOf(part)) <= mostShared);
    if (other !== undefined) return [one, other];
  }
  return [];
}

/** "另外还希望解决……" about something that the title does not know. */
function addedTo(title: string, body: string): string[] {
  const about = wordsOf(title);
  const found = sentencesOf(body)
    .map(({ start, end }) => body.slice(start, end))
    .find((sentence) => besides.test(sentence) && asks.test(sentence) && sharedOf(about, wordsOf(sentence)) === 0);
  return found === undefined || about.size === 0 ? [] : [title, shortened(found)];
}

/** What a wish is about: pairs of neighbouring characters in Chinese, words in English, without what every wish says. */
function wordsOf(text: string): ReadonlySet<string> {
  const plain = text.normalize('NFKC').toLowerCase();
  const latin = (plain.match(/[a-z][a-z\d-]{2,}/g) ?? []).filter((word) => !genericEnglish.has(word));
  const runs = plain.replace(generic, ' ').match(/\p{Script=Han}{2,}/gu) ?? [];
  const pairs = runs.flatMap((run) => Array.from({ length: run.length - 1 }, (_, at) => run.slice(at, at + 2)));
  return new Set([...latin, ...pairs]);
}

/** Share of the smaller set that the other has too, 0 to 1. */
function sharedOf(one: ReadonlySet<string>, other: ReadonlySet<string>): number {
  const smaller = Math.min(one.size, other.size);
  return smaller === 0 ? 1 : [...one].filter((word) => other.has(word)).length / smaller;
}

const longestShown = 40;

function shortened(text: string): string {
  const characters = [...text];
  return characters.length > longestShown ? `${characters.slice(0, longestShown).join('')}…` : text;
}
