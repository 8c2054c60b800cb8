import type { Lang, TwoText } from '#language/lang.ts';
import { translatingWords as words } from '#language/words/translating.ts';
import { inlineText, type Block } from '#text/document.ts';
import { hasWords, translatable, type Translatable } from '#text/translatable.ts';
import { hasMore, rowsOf, withBlocks, type Original, type Row } from './machine-rows.ts';
import type { WorkingText } from './working-copy.ts';

/** Everything that is missing or has changed, or one block of the original. */
export type Wanted = 'all' | number;
type Key = 'title' | 'summary' | number;

export interface MachineOriginal extends Original {
  readonly lang: Lang;
  readonly title: string;
  readonly summary: string;
  readonly headBefore: { readonly title: string; readonly summary: string } | undefined;
  /** Whether it is known what has changed since. */
  readonly isKnown: boolean;
}

/** One thing to translate: a block, or a line of the head as a paragraph. */
export interface Unit extends Translatable {
  readonly key: Key;
}

/** Something that a person has to do, and why. */
export interface Left {
  readonly place: TwoText;
  readonly why: TwoText;
}

export interface Plan {
  readonly original: MachineOriginal;
  readonly text: WorkingText;
  readonly wanted: Wanted;
  readonly rows: readonly Row[];
  readonly units: readonly Unit[];
  readonly left: readonly Left[];
}

/** Characters that one request of a person may send. */
export const mostCharacters = 20_000;

/** What there is to translate, in the order of reading, as far as one go allows. */
export function planFor(original: MachineOriginal, text: WorkingText, wanted: Wanted): Plan {
  const rows = rowsOf(original, text.body);
  const head = wanted === 'all' ? headUnits(original, text) : [];
  const all = [
    ...head,
    ...blocksWanted(rows, wanted).map((at) => ({ key: at, ...partsOf(original.body.content[at]) })),
  ];
  const units: Unit[] = [];
  const left: Left[] = [];
  let characters = 0;
  for (const { key, pieces, rebuilt } of all) {
    characters += (pieces ?? []).join('').length;
    if (!pieces || !rebuilt) left.push({ place: placeOf(key), why: words.reasons.brackets });
    else if (characters > mostCharacters && units.length > 0)
      left.push({ place: placeOf(key), why: words.reasons.tooMuch });
    else units.push({ key, pieces, rebuilt });
  }
  return { original, text, wanted, rows, units, left };
}

function partsOf(block: Block | undefined): Partial<Translatable> {
  return (block && translatable(block)) ?? {};
}

function blocksWanted(rows: readonly Row[], wanted: Wanted): number[] {
  const isWanted = ({ at, need }: Row) => (wanted === 'all' ? need !== undefined : at === wanted);
  return rows.flatMap((row) => (row.at !== undefined && isWanted(row) ? [row.at] : []));
}

function headUnits(
  original: MachineOriginal,
  text: WorkingText,
): { key: Key; pieces?: readonly string[]; rebuilt?: Unit['rebuilt'] }[] {
  return (['title', 'summary'] as const)
    .filter((key) => isNeeded(original, text, key))
    .map((key) => ({ key, ...partsOf({ type: 'paragraph', content: [{ type: 'text', text: original[key] }] }) }));
}

function isNeeded({ headBefore, ...original }: MachineOriginal, text: WorkingText, key: 'title' | 'summary'): boolean {
  if (!hasWords(original[key])) return false;
  const isChanged = headBefore !== undefined && headBefore[key] !== original[key];
  return isChanged || text[key] === '' || text[key] === original[key];
}

export function placeOf(key: Key): TwoText {
  return typeof key === 'number' ? words.places.paragraph(key + 1) : words.places[key];
}

/** What became of a plan. `isWhole`: the translation now fits the original as it stands. */
export interface Result {
  readonly text: WorkingText;
  readonly parts: number;
  readonly left: readonly Left[];
  readonly isWhole: boolean;
}

/** The answers to each unit's pieces; undefined where one of them is missing. */
export function unitAnswers({ units }: Plan, { answers }: { answers: readonly (string | undefined)[] }) {
  let next = 0;
  return units.map(({ pieces }) => {
    const own = answers.slice(next, (next += pieces.length)).filter((one) => one !== undefined);
    return own.length === pieces.length ? own : undefined;
  });
}

/** The text with the answers put in; `answers` has those of each unit, undefined where one is missing. */
export function resultOf(plan: Plan, answers: readonly (readonly string[] | undefined)[]): Result {
  const made = plan.units.map((unit, at) => ({ unit, ...builtFrom(unit, answers[at]) }));
  const done = made.flatMap(({ unit, block }) => (block ? [[unit.key, block] as const] : []));
  const failed = made.flatMap(({ unit, why }) => (why ? [{ place: placeOf(unit.key), why }] : []));
  const blocks = new Map(done.filter((one): one is [number, Block] => typeof one[0] === 'number'));
  const head = Object.fromEntries(
    done.filter(([key]) => typeof key === 'string').map(([key, block]) => [key, lineOf(block)]),
  );
  const left = [...plan.left, ...failed, ...removedFrom(plan)];
  const content = withBlocks(plan.rows, plan.text.body, blocks);
  return {
    text: { ...plan.text, ...head, madeHow: 'machine', body: { type: 'doc', content } },
    ...{ parts: done.length, left },
    isWhole: left.length === 0 && isWhole(plan, blocks),
  };
}

function builtFrom(unit: Unit, answers: readonly string[] | undefined): { block?: Block; why?: TwoText } {
  if (!answers) return { why: words.reasons.answer };
  const block = unit.rebuilt(answers);
  if (!block) return { why: words.reasons.structure };
  const isTooLong = typeof unit.key === 'string' && lineOf(block).length > (unit.key === 'title' ? 300 : 1000);
  return isTooLong ? { why: words.reasons.answer } : { block };
}

function lineOf(block: Block): string {
  return block.type === 'paragraph' ? inlineText(block.content).trim() : '';
}

function removedFrom({ rows, wanted }: Plan): Left[] {
  if (wanted !== 'all') return [];
  return rows
    .filter(({ at, theirs }) => at === undefined && theirs !== undefined)
    .map(({ theirs }) => ({ place: placeOf(theirs ?? 0), why: words.reasons.removed }));
}

function isWhole({ original, text, rows }: Plan, done: ReadonlyMap<number, Block>): boolean {
  const ofOriginal = rows.filter(({ at }) => at !== undefined);
  const isDone = ({ at }: Row) => at !== undefined && done.has(at);
  const hasAll = ofOriginal.every((row) => isDone(row) || (original.isKnown && row.need === undefined));
  return hasAll && !hasMore(rows, text.body);
}
