import { checkWords as words } from '#language/words/checks.ts';
import { general, joints, zoneLike } from '#text/clues.ts';
import { placeOf, type Against, type Directory, type Finding, type Passage } from './finding.ts';

const longestName = 24;

/** Names that look like zones and are in no directory: often a slip of the pen, sometimes a zone that is missing there. */
export function nameFindings(passage: Passage, { directory }: Against): Finding[] {
  if (!directory || passage.lang !== 'zh') return [];
  const seen = new Set<string>();
  return [...passage.text.matchAll(zoneLike)].flatMap((match) => {
    const end = match.index + match[0].length;
    if (isKnown(passage.text.slice(Math.max(0, end - longestName), end), directory)) return [];
    const name = nameIn(match);
    if (name === undefined || seen.has(name)) return [];
    seen.add(name);
    return [toFinding(passage, { start: end - name.length, end }, directory)];
  });
}

/** The name itself, without the words before it; undefined where zones are spoken of in general. */
function nameIn([, head = '', kind = '']: RegExpMatchArray): string | undefined {
  const place = head.replace(joints, '');
  return place.length < 2 || general.test(place) ? undefined : place + kind;
}

function toFinding(passage: Passage, span: { start: number; end: number }, directory: Directory): Finding {
  const name = passage.text.slice(span.start, span.end);
  const near = nearest(name, directory);
  return {
    kind: 'name',
    severity: near ? 'should' : 'note',
    confirmable: false,
    where: placeOf(passage, span),
    says: words.nameUnknown(name),
    fix: near ? words.nameNear(near) : words.nameFix,
  };
}

/** Whether the text ends with a name of the directory. */
function isKnown(text: string, directory: Directory): boolean {
  for (let start = 0; start <= text.length - 4; start += 1) if (directory.has(text.slice(start))) return true;
  return false;
}

/** A name of the directory that is one character away; undefined where there are several or none. */
function nearest(name: string, directory: Directory): string | undefined {
  const near = [...directory].filter((known) => isOneAway(name, known));
  return near.length === 1 ? near[0] : undefined;
}

function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
