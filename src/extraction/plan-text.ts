/** A paragraph of a plan with its number and where it stands. */
export interface Paragraph {
  readonly number: string;
  /** 0 is 一、, 1 is （一）, 2 is 1., 3 is (1) or ①; undefined where it has no number. */
  readonly level: number | undefined;
  /** What it is called: the short sentence it begins with. */
  readonly heading: string;
  readonly sentences: readonly string[];
}

const chinese = '[一二三四五六七八九十]{1,3}';
const numbers: readonly (readonly [level: number, shape: RegExp])[] = [
  [0, new RegExp(`^(第${chinese}[章节条]|${chinese})[、\\s]\\s*`)],
  [0, /^((?:Chapter|Part|Section) (?:\d{1,2}|[IVX]{1,5})|[IVX]{1,5}\.)[.:]?\s+(?=[A-Z])/],
  [1, /^(\([IVX]{1,5}\))\s*(?=[A-Z])/],
  [1, new RegExp(`^([（(]${chinese}[)）])、?\\s*`)],
  [2, /^(\d{1,3})\s*(?:[.．、]\s*(?!\d)|\s(?=\p{Script=Han}))/u],
  [3, /^([（(]\d{1,2}[)）]|[①-⑳])\s*/],
];
/** Marks of order within a text: they say where a sentence begins, and nothing of what it says. */
const orderWord = /^(?:首先|其次|再次|最后|第[一二三四五六]|[一二三四五六七八九十]是|同时|此外)[，,：:]?\s*/;
const longestHeading = 40;
const longestEnglishHeading = 100;

/** The paragraphs of a text, each with its number taken off. */
export function paragraphsOf(text: string): Paragraph[] {
  return text
    .normalize('NFC')
    .split(/\n+/)
    .map((line) => line.replace(/^[\s\u3000]+|[\s\u3000]+$/g, ''))
    .filter((line) => line !== '')
    .map(paragraphOf);
}

function paragraphOf(line: string): Paragraph {
  for (const [level, shape] of numbers) {
    const match = shape.exec(line);
    const rest = match && line.slice(match[0].length);
    if (match?.[1] && rest) return { number: match[1], level, ...headed(rest) };
  }
  return { number: '', level: undefined, heading: '', sentences: sentencesIn(line) };
}

/** A numbered paragraph begins with what it is called, where that is short and more follows, or where it is all there is. */
function headed(text: string): Pick<Paragraph, 'heading' | 'sentences'> {
  const sentences = sentencesIn(text);
  const [first = ''] = sentences;
  const title = first.replace(/[。．.；;：:]$/, '');
  const isTitle = (title.length <= longestHeading && !/[，,；;]|\d{4}年/.test(title)) || isEnglishTitle(first);
  return isTitle && (sentences.length > 1 || !/[。；;]$/.test(first))
    ? { heading: title, sentences: sentences.slice(1) }
    : { heading: '', sentences };
}

/** In English a heading has no full stop; a comma it may have. */
function isEnglishTitle(text: string): boolean {
  return text.length <= longestEnglishHeading && /^[A-Z][\x20-\x7e’–]+[^.;:!?]$/.test(text);
}

/** Sentences in Chinese end in 。；！ outside brackets; in English in a full stop before a space. */
export function sentencesIn(text: string): string[] {
  const sentences: string[] = [];
  let from = 0;
  let depth = 0;
  for (let at = 0; at < text.length; at += 1) {
    const one = text.charAt(at);
    if ('（(“《'.includes(one)) depth += 1;
    if ('）)”》'.includes(one)) depth = Math.max(0, depth - 1);
    if (depth > 0 || !endsAt(text, at)) continue;
    sentences.push(text.slice(from, at + 1));
    from = at + 1;
  }
  sentences.push(text.slice(from));
  return joined(sentences.map((sentence) => sentence.trim()).filter((sentence) => sentence !== ''));
}

function endsAt(text: string, at: number): boolean {
  const one = text.charAt(at);
  if ('。；！;\n'.includes(one)) return true;
  return one === '.' && /\s/.test(text.charAt(at + 1)) && !/\b(?:No|approx|e\.g|i\.e)$/.test(text.slice(0, at));
}

/** A sentence's own bracket and its line of units belong to it, though they stand behind the full stop. */
function joined(sentences: readonly string[]): string[] {
  const result: string[] = [];
  for (const sentence of sentences) {
    const belongs = /^(?:[（(][^（）()]*[)）][。；]?$|(?:责任|牵头|配合|协办|主办|参与)(?:单位|部门)[：:])/.test(
      sentence,
    );
    const last = result.at(-1);
    if (belongs && last !== undefined) result.splice(-1, 1, last + sentence);
    else result.push(sentence);
  }
  return result;
}

/** A sentence without the word that only says its place in a row. */
export function withoutOrder(sentence: string): string {
  return sentence.replace(orderWord, '');
}
