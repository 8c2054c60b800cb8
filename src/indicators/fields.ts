import { indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import type { TwoText } from '#language/lang.ts';
import type { Choice } from '#lists/list.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { choiceField, decimalField, textField, wholeField, type Cells, type Field } from '#profiles/field.ts';
import { accumulations, directions, keyShape, type NewIndicator } from './indicator.ts';
import { periods } from './period.ts';
import { indicatorWords } from '#language/words/indicators.ts';
import { periodMeant } from './period-words.ts';

/** What a zone's form can choose from; each by number. */
export interface IndicatorChoices {
  readonly plans: readonly Choice[];
  readonly goals: readonly Choice[];
  readonly clusters: readonly Choice[];
  readonly units: readonly Choice[];
  readonly improvements: readonly Choice[];
}

const optional = (field: Field): Field => ({
  ...field,
  isRequired: false,
  read: (text) => (text.trim() === '' ? done('') : field.read(text)),
});
const labelled = <Key extends string>(keys: readonly Key[], labels: Readonly<Record<Key, TwoText>>): Choice[] =>
  keys.map((value) => ({ value, label: labels[value] }));
const orNone = (choices: readonly Choice[]): Choice[] => [{ value: '', label: words.noOne }, ...choices];
const openChoice = (said: Pick<Field, 'key' | 'title' | 'hint'>, choices: readonly Choice[]): Field =>
  optional(choiceField(said, orNone(choices)));
const long = (field: Field, lines: number): Field => ({ ...field, lines });

export const yesOrNo: readonly Choice[] = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
];

/** What can be said of an indicator; the keys are those of its record, and the columns of its file. */
export function indicatorFields(choices: IndicatorChoices): Field[] {
  const { decimals, dueDays, position } = words;
  return [
    textField({ key: 'nameZh', title: words.nameZh }, 120, true),
    textField({ key: 'nameEn', title: words.nameEn }, 240),
    keyField,
    textField({ key: 'measureZh', title: words.measureZh }, 40),
    textField({ key: 'measureEn', title: words.measureEn }, 80),
    wholeField({ key: 'decimals', title: decimals }, 0, { to: 4, otherwise: 0 }),
    choiceField({ key: 'period', title: words.period }, labelled(periods, words.periods)),
    choiceField({ key: 'accumulation', title: words.accumulation }, labelled(accumulations, words.accumulations)),
    choiceField({ key: 'direction', title: words.direction }, labelled(directions, words.directions)),
    openChoice({ key: 'unitId', title: words.unit }, choices.units),
    wholeField({ key: 'dueDays', title: dueDays }, 0, { to: 180, otherwise: 15 }),
    openChoice({ key: 'planId', title: words.plan }, choices.plans),
    openChoice({ key: 'goalId', title: words.goal, hint: words.goalHint }, choices.goals),
    openChoice({ key: 'clusterId', title: words.cluster }, choices.clusters),
    openChoice({ key: 'improvement', title: words.improvement }, choices.improvements),
    optional(decimalField({ key: 'baseline', title: words.baseline })),
    periodField({ key: 'baselineOn', title: words.baselineOn, hint: words.periodHint }),
    choiceField({ key: 'isPublic', title: words.isPublic }, [...yesOrNo].reverse()),
    wholeField({ key: 'position', title: position }, 0, { to: 9999, otherwise: 0 }),
    long(targetsField, 5),
    long(textField({ key: 'formula', title: words.formula, hint: words.formulaHint }, 1000), 2),
    long(textField({ key: 'definitionZh', title: words.definitionZh }, 2000), 3),
    long(textField({ key: 'definitionEn', title: words.definitionEn }, 4000), 3),
  ];
}

const keyField: Field = {
  ...textField({ key: 'key', title: words.key, hint: words.keyHint }, 40),
  read: (text) => {
    const key = text.trim();
    return key === '' || keyShape.test(key) ? done(key) : refused({ says: indicatorWords.badKey });
  },
};

/** The last day of a period, however somebody writes it. */
export function periodField(said: Pick<Field, 'key' | 'title' | 'hint'>): Field {
  const read = (text: string): Outcome<string> => {
    const end = text.trim() === '' ? '' : periodMeant(text);
    return end === undefined ? refused({ says: words.notPeriod }) : done(end);
  };
  return { ...said, isRequired: false, input: 'text', read };
}

/** A date and a value in each line; kept as `2026-12-31 1000`. */
const targetsField: Field = {
  ...{ key: 'targets', title: words.targets, hint: words.targetsHint, isRequired: false, input: 'text' },
  read: (text) => {
    const lines = text
      .split(/[\n;；]/)
      .map((line) => line.normalize('NFKC').trim())
      .filter(Boolean);
    const read = lines.map(targetIn);
    const wrong = lines.find((_, at) => read[at] === undefined);
    if (wrong !== undefined) return refused({ says: words.targetLine(wrong.slice(0, 60)) });
    return done(
      read
        .flatMap((one) => one ?? [])
        .sort()
        .join('\n'),
    );
  },
};

function targetIn(line: string): string | undefined {
  const [, when = '', value = ''] = /^(.+?)[\s:：]+(-?[\d,]+(?:\.\d{1,4})?)$/.exec(line) ?? [];
  const end = periodMeant(when);
  const plain = value.replaceAll(',', '');
  return end !== undefined && /^-?\d{1,15}(\.\d+)?$/.test(plain) ? `${end} ${plain}` : undefined;
}

const orNull = (text: string): number | null => (text === '' ? null : Number(text));

/** What the cells mean that are no plain text. */
const meanings: Readonly<Record<string, (text: string) => unknown>> = {
  ...{ planId: orNull, goalId: orNull, clusterId: orNull, unitId: orNull, baseline: orNull },
  ...{ decimals: Number, dueDays: Number, position: Number },
  baselineOn: (text) => text || null,
  isPublic: (text) => text === 'yes',
  targets: targetsIn,
};

/** What the verb is asked, of cells that were read by the fields above. A cell that is not there was not said. */
export function saidIn(cells: Cells): Partial<NewIndicator> {
  const said = Object.entries(cells).filter(([key, text]) => key !== 'key' || text !== '');
  return Object.fromEntries(said.map(([key, text]) => [key, meanings[key]?.(text) ?? nothingOr(key, text)]));
}

/** What is null is said to be nothing; what has no meaning of its own is its text. */
function nothingOr(key: string, text: string): string | null {
  return key in meanings ? null : text;
}

function targetsIn(text: string) {
  return text
    .split('\n')
    .filter(Boolean)
    .map((line) => ({ end: line.slice(0, 10), value: Number(line.slice(11)) }));
}
