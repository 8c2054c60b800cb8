import { indicatorFormulaWords as words } from '#language/words/indicator-formula.ts';
import type { TwoText } from '#language/lang.ts';
import { recordFunctions, type RecordCall, type RecordName } from './records.ts';

/** What a formula says, as it was read. */
export type Formula =
  | { readonly is: 'number'; readonly value: number }
  | { readonly is: 'key'; readonly key: string }
  | { readonly is: 'growth'; readonly key: string }
  | { readonly is: 'records'; readonly call: RecordCall }
  | { readonly is: 'sum'; readonly of: readonly Formula[] }
  | { readonly is: Operator; readonly left: Formula; readonly right: Formula };

export type Operator = 'plus' | 'minus' | 'times' | 'by';

/** What cannot be read, and at which character, counted from 1. */
export interface FormulaProblem {
  readonly at: number;
  readonly says: TwoText;
}

export type ReadFormula =
  { readonly ok: true; readonly formula: Formula } | { readonly ok: false; readonly problem: FormulaProblem };

class Unread extends Error {
  readonly problem: FormulaProblem;

  constructor(at: number, says: TwoText) {
    super('unread');
    this.problem = { at, says };
  }
}

interface Token {
  readonly text: string;
  readonly at: number;
}

/** Where reading has come to. */
interface Reader {
  readonly tokens: readonly Token[];
  place: number;
}

const operators: Readonly<Record<string, Operator>> = {
  ...{ '+': 'plus', '-': 'minus', '−': 'minus', '–': 'minus' },
  ...{ '*': 'times', '×': 'times', '/': 'by', '÷': 'by' },
};
const deepest = 40;

/** Reads a formula: numbers, keys of indicators, + − × ÷, parentheses, sum, ratio, growth and what is counted from records. */
export function readFormula(text: string): ReadFormula {
  try {
    const reader: Reader = { tokens: tokensOf(text), place: 0 };
    const formula = sumOf(reader, 0);
    const next = here(reader);
    if (next.text !== '') throw new Unread(next.at, words.tooMuch(next.text));
    return { ok: true, formula };
  } catch (thrown) {
    if (thrown instanceof Unread) return { ok: false, problem: thrown.problem };
    throw thrown;
  }
}

function tokensOf(text: string): Token[] {
  const plain = [...text].map((one) => (one.normalize('NFKC').length === 1 ? one.normalize('NFKC') : one)).join('');
  const tokens: Token[] = [];
  const shape = /\s*(\d{1,15}(?:\.\d{1,10})?(?![\w.])|[a-z][a-z0-9_]*|[-+*/×÷−–(),、])/gy;
  while (shape.lastIndex < plain.trimEnd().length) {
    const from = shape.lastIndex;
    const found = shape.exec(plain);
    const at = from + (/^\s*/.exec(plain.slice(from))?.[0].length ?? 0) + 1;
    if (!found) throw new Unread(at, words.notReadable(plain.charAt(at - 1)));
    tokens.push({ text: found[1] ?? '', at });
  }
  return [...tokens, { text: '', at: plain.trimEnd().length + 1 }];
}

function here({ tokens, place }: Reader): Token {
  return tokens[place] ?? { text: '', at: 1 };
}

function next(reader: Reader): Token {
  const token = here(reader);
  reader.place += 1;
  return token;
}

function sumOf(reader: Reader, depth: number): Formula {
  return chain(reader, ['plus', 'minus'], () => chain(reader, ['times', 'by'], () => partOf(reader, depth)));
}

/** Operators of one rank bind from the left. */
function chain(reader: Reader, rank: readonly Operator[], part: () => Formula): Formula {
  let left = part();
  for (;;) {
    const operator = operators[here(reader).text];
    if (!operator || !rank.includes(operator)) return left;
    next(reader);
    left = { is: operator, left, right: part() };
  }
}

function partOf(reader: Reader, depth: number): Formula {
  const token = next(reader);
  if (depth > deepest) throw new Unread(token.at, words.tooDeep);
  if (/^\d/.test(token.text)) return { is: 'number', value: Number(token.text) };
  if (operators[token.text] === 'minus')
    return { is: 'minus', left: { is: 'number', value: 0 }, right: partOf(reader, depth + 1) };
  if (token.text === '(') return closed(reader, sumOf(reader, depth + 1));
  if (!/^[a-z]/.test(token.text))
    throw new Unread(token.at, token.text === '' ? words.endsEarly : words.unexpected(token.text));
  return here(reader).text === '(' ? callOf(reader, token, depth + 1) : { is: 'key', key: token.text };
}

function closed<T>(reader: Reader, inside: T): T {
  const token = next(reader);
  if (token.text !== ')') throw new Unread(token.at, words.notClosed);
  return inside;
}

function callOf(reader: Reader, name: Token, depth: number): Formula {
  next(reader);
  if (name.text in recordFunctions) return recordsOf(reader, { ...name, text: name.text as RecordName });
  if (name.text === 'growth') return growthOf(reader);
  if (name.text !== 'sum' && name.text !== 'ratio') throw new Unread(name.at, words.noFunction(name.text));
  const parts = closed(
    reader,
    listOf(reader, () => sumOf(reader, depth)),
  );
  return name.text === 'sum' ? { is: 'sum', of: parts } : ratioOf(parts, name.at);
}

function ratioOf([left, right, ...more]: readonly Formula[], at: number): Formula {
  if (!left || !right || more.length > 0) throw new Unread(at, words.ratioOfTwo);
  return { is: 'times', left: { is: 'by', left, right }, right: { is: 'number', value: 100 } };
}

function growthOf(reader: Reader): Formula {
  const key = next(reader);
  if (!/^[a-z]/.test(key.text)) throw new Unread(key.at, words.growthOfKey);
  return closed(reader, { is: 'growth', key: key.text });
}

function recordsOf(reader: Reader, { text: name, at }: { text: RecordName; at: number }): Formula {
  const { of, least } = recordFunctions[name];
  const said = here(reader).text === ')' ? [] : listOf(reader, () => next(reader));
  const wrong = said.find(({ text }) => !of.includes(text));
  if (wrong) throw new Unread(wrong.at, words.noSuchOf(name, of.join(', ')));
  if (said.length < least) throw new Unread(at, words.saysWhich(name, of.join(', ')));
  return closed(reader, { is: 'records', call: { name, of: said.map(({ text }) => text) } });
}

function listOf<T>(reader: Reader, one: () => T): T[] {
  const all = [one()];
  while ([',', '、'].includes(here(reader).text)) {
    next(reader);
    all.push(one());
  }
  return all;
}

/** Every part of a formula, itself among them. */
export function partsOf(formula: Formula): Formula[] {
  if (formula.is === 'sum') return [formula, ...formula.of.flatMap(partsOf)];
  return 'left' in formula ? [formula, ...partsOf(formula.left), ...partsOf(formula.right)] : [formula];
}

/** The indicators a formula hangs on. */
export function keysOf(formula: Formula): string[] {
  return [
    ...new Set(partsOf(formula).flatMap((part) => (part.is === 'key' || part.is === 'growth' ? [part.key] : []))),
  ];
}

export function recordsCalled(formula: Formula): RecordCall[] {
  return partsOf(formula).flatMap((part) => (part.is === 'records' ? [part.call] : []));
}
