import type { TwoText } from '#language/lang.ts';
import { checkWords as words } from '#language/words/checks.ts';
import { contact, passportWord, unit } from '#text/clues.ts';
import { scan } from '#text/scan.ts';
import { placeOf, type Finding, type Passage, type Severity } from './finding.ts';
import { isBankCard, isIdentityCard } from './identity-numbers.ts';

interface Shape {
  readonly name: TwoText;
  readonly pattern: RegExp;
  readonly severity: Severity;
  readonly is?: (found: string, around: Surroundings) => boolean;
}

interface Surroundings {
  /** The words before it in its own sentence, and those right behind it. */
  readonly before: string;
  readonly after: string;
}

const inContact = ({ before }: Surroundings) => contact.test(before);
const isAmount = ({ after }: Surroundings) => unit.test(after);
const digitsOf = (text: string) => text.replace(/\D/g, '');

/** Addresses of an office, not of a person. */
const office =
  /^(?:info|contact|office|service|services|admin|webmaster|press|media|news|invest|investment|hr|jobs|sales|support|help|enquir(?:y|ies)|inquir(?:y|ies)|hello|mail|public|bgs|zsj|zsb|xxgk|tzcj|gwh|yqb|jubao|postmaster|security|privacy)[\w.-]*@/;

/** In this order; what one shape has taken, the next does not take again. */
const shapes: readonly Shape[] = [
  {
    name: words.identityCard,
    pattern: /(?<![\da-z])\d{6}[ -]?\d{8}[ -]?\d{3}[\dx](?![\da-z])/g,
    severity: 'must',
    is: (found) => isIdentityCard(found.replace(/[ -]/g, '')),
  },
  {
    name: words.bankCard,
    pattern: /(?<![\d.])(?:\d{4}[ -]){3,4}\d{1,7}(?!\d)|(?<![\d.])\d{15,19}(?!\d)/g,
    severity: 'must',
    is: (found) => isBankCard(digitsOf(found)),
  },
  {
    name: words.mobile,
    pattern: /(?<![\d.])(?:\+?86[ -]?)?1[3-9]\d[ -]?\d{4}[ -]?\d{4}(?![\d.]\d|\d)/g,
    severity: 'must',
    is: (_, around) => !inContact(around) && !isAmount(around),
  },
  {
    name: words.landline,
    pattern: /(?<![\d.-])(?:\(0\d{2,3}\)|0\d{2,3}[- ])[ -]?[2-8]\d{6,7}(?!\d)/g,
    severity: 'should',
    is: (_, around) => !inContact(around),
  },
  {
    name: words.passport,
    pattern: /(?<![\da-z])(?:e[a-hj-np-z]?\d{7,8}|[dgps]\d{7,8}|1[45]\d{7})(?![\da-z])/g,
    severity: 'must',
    is: (_, { before }) => passportWord.test(before.slice(-20)),
  },
  {
    name: words.personalMail,
    pattern: /(?<![\w.+-])[\w.+-]{1,64}@(?:[a-z\d-]{1,63}\.)+[a-z]{2,24}/g,
    severity: 'should',
    is: (found, around) => !office.test(found) && !inContact(around),
  },
];

/** Personal data in a passage. The excerpt never repeats the number: findings are stored and mailed. */
export function personalFindings(passage: Passage): Finding[] {
  const { text, from } = scan(passage.text);
  const taken: Span[] = [];
  return shapes.flatMap((shape) =>
    spansOf(shape, text).flatMap((span) => {
      if (taken.some((one) => one.start < span.end && span.start < one.end)) return [];
      taken.push(span);
      const original = { start: from[span.start] ?? 0, end: from[span.end] ?? passage.text.length };
      return [toFinding(shape, passage, { ...original, shown: masked(text.slice(span.start, span.end)) })];
    }),
  );
}

interface Span {
  readonly start: number;
  readonly end: number;
}

/** Where a shape stands in a text, by its look and by what it must be beside that. */
function spansOf({ pattern, is }: Shape, text: string): Span[] {
  const spans = [...text.matchAll(pattern)].map(({ index, 0: found }) => ({ start: index, end: index + found.length }));
  return spans.filter((span) => !is || is(text.slice(span.start, span.end), surroundings(text, span)));
}

function surroundings(text: string, { start, end }: Span): Surroundings {
  const before = text.slice(Math.max(0, start - 60), start);
  return { before: before.slice(before.search(/[^。！？\n]*$/)), after: text.slice(end, end + 8) };
}

function toFinding({ name, severity }: Shape, passage: Passage, found: Span & { shown: string }) {
  return {
    kind: 'personal',
    severity,
    confirmable: true,
    where: placeOf(passage, found, found.shown),
    says: words.personalFound(name),
    fix: words.personalFix,
  } as const;
}

function masked(found: string): string {
  return `${found.slice(0, 3)}${'*'.repeat(Math.max(3, found.length - 5))}${found.slice(-2)}`;
}
