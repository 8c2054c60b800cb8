import { foldWithPlaces } from '#text/normalise.ts';
import { sentencesOf, type Span } from '#text/sentences.ts';

/** A piece of text; `marked` where it is what was looked for. */
export interface Part {
  readonly text: string;
  readonly marked: boolean;
}

const isLatin = /^[\p{Script=Latin}\d]/u;

/** Where in the text the marks stand, in order, without overlap; the longer of two that overlap wins. */
function placesOf(text: string, marks: readonly string[]): Span[] {
  const { text: folded, from } = foldWithPlaces(text);
  const found: Span[] = [];
  for (const mark of [...marks].filter(Boolean).sort((one, other) => other.length - one.length)) {
    for (let at = folded.indexOf(mark); at >= 0; at = folded.indexOf(mark, at + mark.length)) {
      const span = { start: from[at] ?? 0, end: from[at + mark.length] ?? text.length };
      const free = found.every((one) => span.end <= one.start || span.start >= one.end);
      if (free && !cutsWord(folded, at, mark)) found.push(span);
    }
  }
  return joined(found.sort((one, other) => one.start - other.start));
}

/** Two marks side by side read as one. */
function joined(spans: readonly Span[]): Span[] {
  const result: Span[] = [];
  for (const span of spans) {
    const last = result.at(-1);
    if (last?.end === span.start) result[result.length - 1] = { start: last.start, end: span.end };
    else result.push(span);
  }
  return result;
}

/** `ai` is not marked inside `chain`; an ending such as a plural is let pass. */
function cutsWord(folded: string, at: number, mark: string): boolean {
  const before = folded.charAt(at - 1);
  const after = folded.charAt(at + mark.length);
  if (!isLatin.test(mark)) return false;
  return isLatin.test(before) || (isLatin.test(after) && after !== 's');
}

function partsOf(text: string, { start, end }: Span, places: readonly Span[]): Part[] {
  const parts: Part[] = [];
  let at = start;
  for (const place of places.filter((one) => one.start < end && one.end > start)) {
    const [from, to] = [Math.max(place.start, start), Math.min(place.end, end)];
    if (from > at) parts.push({ text: text.slice(at, from), marked: false });
    parts.push({ text: text.slice(from, to), marked: true });
    at = to;
  }
  if (at < end) parts.push({ text: text.slice(at, end), marked: false });
  return parts;
}

/** The whole text with what was looked for marked: for titles. */
export function highlighted(text: string, marks: readonly string[]): Part[] {
  return partsOf(text, { start: 0, end: text.length }, placesOf(text, marks));
}

/** The sentences of a body that say most of what was looked for, about `length` units; the beginning when none does. */
export function snippetOf(body: string, marks: readonly string[], length = 140): Part[] {
  const places = placesOf(body, marks);
  const sentences = sentencesOf(body);
  const best = bestSentence(body, sentences, places);
  const first = sentences[best];
  if (first === undefined) return [];
  let end = first.end;
  for (const next of sentences.slice(best + 1)) {
    if (next.end - first.start > length) break;
    end = next.end;
  }
  const span = windowOf(body, { start: first.start, end }, { places, length });
  const parts = partsOf(body, span, places);
  const open = (text: string): Part => ({ text, marked: false });
  return [...(span.start > first.start ? [open('…')] : []), ...parts, ...(span.end < end ? [open('…')] : [])];
}

/** The sentence that holds the most different marks; the first of equals. */
function bestSentence(body: string, sentences: readonly Span[], places: readonly Span[]): number {
  let best = 0;
  let most = 0;
  sentences.forEach((sentence, index) => {
    const inside = places.filter((place) => place.start >= sentence.start && place.end <= sentence.end);
    const different = new Set(inside.map((place) => body.slice(place.start, place.end).toLowerCase())).size;
    if (different > most) [best, most] = [index, different];
  });
  return best;
}

/** A sentence longer than a snippet is shown from a little before the first mark, cut at a comma or blank where one is near. */
function windowOf(body: string, span: Span, { places, length }: { places: readonly Span[]; length: number }): Span {
  const longest = length * 1.6;
  if (span.end - span.start <= longest) return span;
  const mark = places.find((place) => place.start >= span.start && place.start < span.end);
  const wanted = Math.max(span.start, (mark?.start ?? span.start) - Math.floor(length / 3));
  const pause = body.slice(wanted, mark?.start ?? wanted).search(/[，、：,:\s]/u);
  const start = wanted === span.start || pause < 0 ? wanted : wanted + pause + 1;
  return { start: wholeCharacter(body, start), end: wholeCharacter(body, Math.min(span.end, start + length)) };
}

function wholeCharacter(text: string, place: number): number {
  return /[\udc00-\udfff]/.test(text.charAt(place)) ? place + 1 : place;
}
