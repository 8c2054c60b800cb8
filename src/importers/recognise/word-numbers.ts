import { maxNumberedParagraphs } from '../limits.ts';
import { WordCounter } from './word-counter.ts';
import { listsIn, type Level, type List } from './word-numbering.ts';
import { paragraphsIn, type WordParagraph } from './word-paragraphs.ts';
import { stylesIn, type StyleNumber } from './word-styles.ts';

interface WordTexts {
  readonly document: string;
  readonly numbering: string;
  readonly styles: string;
}

interface Numbered {
  readonly paragraph: WordParagraph;
  readonly list: List;
  readonly label: string;
  readonly count: number;
  /** 1., 2., 3. given by hand: what every list says by itself. */
  readonly isPlain: boolean;
}

/**
 * The document with the numbers that Word counts by itself typed out before their paragraphs: 一、, （一）, 1. Lists that
 * say no more than 1., 2., 3. one after another stay lists.
 */
export function typedNumbers({ document, numbering, styles }: WordTexts): string {
  const numbered = numberedIn(document, { numbering, styles });
  const lists = plainLists(numbered, document);
  const pieces: string[] = [];
  let from = 0;
  for (const one of numbered.filter((each) => !lists.has(each))) {
    const { properties, number } = one.paragraph;
    pieces.push(document.slice(from, number.from), noList, document.slice(number.to, properties), run(one.label));
    from = properties;
  }
  return [...pieces, document.slice(from)].join('');
}

/** Said in the paragraph, it is in no list, whatever its style says. */
const noList = '<w:numPr><w:ilvl w:val="0"/><w:numId w:val="0"/></w:numPr>';

function run(label: string): string {
  const gap = /[、）)：:]$/.test(label) ? '' : ' ';
  return `<w:r><w:t xml:space="preserve">${label}${gap}</w:t></w:r>`;
}

function numberedIn(document: string, { numbering, styles }: Omit<WordTexts, 'document'>): Numbered[] {
  const styleNumber = stylesIn(styles);
  const lists = listsIn(numbering, (style) => styleNumber(style)?.list);
  const counter = new WordCounter();
  const numbered: Numbered[] = [];
  for (const paragraph of paragraphsIn(document)) {
    const named = placeOf(paragraph, styleNumber(paragraph.style), lists);
    if (!named || numbered.length >= maxNumberedParagraphs) continue;
    const next = counter.next(named.list, named.at);
    if (next && paragraph.hasText) numbered.push({ paragraph, ...next, ...named });
  }
  return numbered;
}

interface Place {
  readonly list: List;
  readonly at: number;
  readonly isPlain: boolean;
}

/** In which list a paragraph stands and how deep: by what it says itself, else by what its style says. */
function placeOf(
  { list: own, level }: WordParagraph,
  ofStyle: StyleNumber | undefined,
  lists: ReadonlyMap<string, List>,
): Place | undefined {
  if (own !== undefined) return placeIn(lists.get(own), level ?? 0);
  const list = ofStyle && lists.get(ofStyle.list);
  return list && { list, at: level ?? levelOf(ofStyle, list), isPlain: false };
}

function placeIn(list: List | undefined, at: number): Place | undefined {
  return list && { list, at, isPlain: at === 0 && isPlainLevel(list.levels.get(at)) };
}

/** A level may name the style that it belongs to; then what the style says of the level does not count. */
function levelOf({ style, level }: StyleNumber, { levels }: List): number {
  return [...levels].find(([, one]) => one.style === style)?.[0] ?? level ?? 0;
}

function isPlainLevel(level: Level | undefined): boolean {
  return level?.format === 'decimal' && level.text === '%1.';
}

/** Those of lists that begin with 1 and have nothing between their paragraphs. */
function plainLists(numbered: readonly Numbered[], document: string): ReadonlySet<Numbered> {
  const found = new Set<Numbered>();
  let group: Numbered[] = [];
  const close = () => {
    if (group.length > 1) for (const one of group) found.add(one);
    group = [];
  };
  for (const one of numbered) {
    const goesOn = isNext(group.at(-1), one, document);
    if (!goesOn) close();
    if (goesOn || (one.isPlain && one.count === 1)) group.push(one);
  }
  close();
  return found;
}

function isNext(last: Numbered | undefined, one: Numbered, document: string): boolean {
  if (last?.list !== one.list || !one.isPlain) return false;
  return document.slice(last.paragraph.to, one.paragraph.from).trim() === '';
}
