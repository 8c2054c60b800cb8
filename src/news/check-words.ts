import { checkWords as words } from '#language/words/checks.ts';
import { scan } from '#text/scan.ts';
import { placeOf, type Against, type Finding, type Passage, type WatchWord } from './finding.ts';

/** Words of the operator's list that stand in a passage, however they are spaced, spelled large or wide. */
export function wordFindings(passage: Passage, { words: list }: Against): Finding[] {
  if (list.length === 0) return [];
  const { text, from } = withoutGaps(scan(passage.text));
  return list.flatMap((watched) => {
    const sought = withoutGaps(scan(watched.word)).text;
    const places = sought === '' ? [] : placesOf(text, sought);
    return places.map((start) => {
      const span = { start: from[start] ?? 0, end: (from[start + sought.length - 1] ?? 0) + 1 };
      return toFinding(watched, passage, span);
    });
  });
}

/** Blanks between Chinese characters hide nothing; between Latin words they part them. */
function withoutGaps({ text, from }: { text: string; from: readonly number[] }) {
  const kept = [...text.matchAll(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g)];
  const gaps = new Set(kept.flatMap(({ index, 0: gap }) => Array.from(gap, (_, place) => index + place)));
  const places = from.filter((_, place) => !gaps.has(place));
  return { text: text.replace(/(?<=[\u3400-\u9fff])\s+(?=[\u3400-\u9fff])/g, ''), from: places };
}

const isLatin = /[a-z\d]/;

/** Where a word stands; a Latin word only as a whole word. */
function placesOf(text: string, sought: string): number[] {
  const places: number[] = [];
  for (let at = text.indexOf(sought); at !== -1; at = text.indexOf(sought, at + sought.length)) {
    const [before, after] = [text.charAt(at - 1), text.charAt(at + sought.length)];
    const insideWord =
      (isLatin.test(before) && isLatin.test(sought.charAt(0))) ||
      (isLatin.test(after) && isLatin.test(sought.slice(-1)));
    if (!insideWord) places.push(at);
  }
  return places;
}

function toFinding(watched: WatchWord, passage: Passage, span: { start: number; end: number }): Finding {
  const { word, severity, reason, replacement } = watched;
  return {
    kind: 'word',
    severity: severity === 'forbid' ? 'must' : 'should',
    confirmable: false,
    where: placeOf(passage, span),
    says: severity === 'forbid' ? words.wordForbidden(word, reason) : words.wordWarned(word, reason),
    fix: replacement === '' ? words.wordFix : words.wordReplace(replacement),
  };
}
