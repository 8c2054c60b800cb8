import type { Lang, TwoText } from '#language/lang.ts';
import { slipAliases as aliases } from '#language/words/sheet-aliases.ts';
import { siteWords } from '#language/words/site.ts';
import { slipVerbWords } from '#language/words/slip-verbs.ts';
import { slipWords as words } from '#language/words/slips.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { choiceCell, textCell, type SheetShape } from '#lists/sheet.ts';
import { lightCell } from '#ui/light.ts';
import { readClock, type Clocked, type Day } from './clock.ts';
import { difficulties, slipCauses, slipColours, slipStates, type SlipCause } from './slip.ts';
import { inWords } from './reading.ts';

/** A slip as the desk lists it. */
export interface ListedSlip extends Clocked {
  readonly id: number;
  readonly reference: string;
  readonly zone: string;
  readonly title: TwoText;
  readonly demand: TwoText;
  readonly cause: SlipCause;
  readonly unit: TwoText | undefined;
  readonly personName: string;
  readonly personEmail: string;
  readonly raisedOn: string;
  readonly sample: boolean;
}

const choices = <T extends string>(values: readonly T[], labels: Readonly<Record<T, TwoText>>): Choice[] =>
  values.map((value) => ({ value, label: labels[value] }));

const dues: readonly Choice[] = [
  { value: 'over', label: words.dueOver },
  { value: 'today', label: words.dueToday },
];

/** The list of slips; `units` and `zones` are those the person may choose between. */
export function slipList(units: readonly Choice[], zones: readonly Choice[]): List {
  return {
    name: 'slips',
    columns: [
      { key: 'matter', title: words.matter },
      { key: 'colour', title: words.colour },
      { key: 'state', title: words.state },
      { key: 'clock', title: words.clockColumn },
      { key: 'due', title: words.dueOn, sortable: true },
      { key: 'unit', title: words.unit },
      { key: 'person', title: words.person },
      { key: 'cause', title: words.cause },
      { key: 'raised', title: words.raisedOn, sortable: true },
      { key: 'number', title: words.number, extra: true },
      { key: 'difficulty', title: words.difficulty, extra: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'colour', title: words.colour, kind: 'choice', choices: choices(slipColours, words.colours) },
      {
        ...{ key: 'state', title: words.state, kind: 'choice' as const },
        choices: [...choices(slipStates, words.states), { value: 'all', label: words.allStates }],
      },
      { key: 'due', title: words.dueFilter, kind: 'choice', choices: dues },
      { key: 'whose', title: words.mineFilter, kind: 'choice', choices: [{ value: 'mine', label: words.mine }] },
      { key: 'unit', title: words.unit, kind: 'choice', choices: units },
      { key: 'cause', title: words.cause, kind: 'choice', choices: choices(slipCauses, words.causes) },
      ...(zones.length > 1 ? [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: 'due',
  };
}

export function slipRow(slip: ListedSlip, lang: Lang, day: Day): Row {
  const texts = textsOf(slip, lang, day);
  const { colour } = readClock(slip, day);
  const plain = Object.fromEntries(Object.entries(texts).map(([key, text]): [string, Cell] => [key, { text }]));
  return {
    id: String(slip.id),
    label: `${slip.reference} ${slip.title[lang]}`,
    cells: {
      ...plain,
      matter: {
        text: slip.sample ? siteWords.sampleNamed(slip.title[lang])[lang] : slip.title[lang],
        href: `/${lang}/desk/slips/${slip.id}`,
      },
      colour: lightCell(colour, texts.colour),
    },
  };
}

function textsOf(slip: ListedSlip, lang: Lang, day: Day) {
  const reading = readClock(slip, day);
  return {
    matter: slip.title[lang],
    colour: words.colours[reading.colour][lang],
    state: words.states[reading.state][lang],
    clock: inWords(reading)[lang],
    due: reading.dueOn ?? '',
    unit: (slip.unit ?? words.noUnit)[lang],
    person: slip.personName,
    cause: words.causes[slip.cause][lang],
    raised: slip.raisedOn,
    number: slip.reference,
    difficulty: words.difficulties[slip.difficulty][lang],
  };
}

/** Slips as a file: a row without a number is a new one; a unit or person in a row of one that is there assigns it. */
export const slipSheet: SheetShape = {
  columns: [
    { key: 'number', title: words.number },
    { key: 'zone', title: words.zone, read: textCell(8, true) },
    { key: 'matter', title: words.matter, aliases: aliases.matter, read: textCell(500) },
    { key: 'demand', title: words.demand, aliases: aliases.demand, read: textCell(4000, true) },
    { key: 'difficulty', title: words.difficulty, read: choiceCell(choices(difficulties, words.difficulties)) },
    { key: 'unit', title: words.unitCell, aliases: aliases.unit, read: textCell(60, true) },
    { key: 'person', title: words.person, read: textCell(80, true) },
    { key: 'email', title: words.personEmail, read: textCell(254, true) },
    { key: 'matterEn', title: words.matterEn },
    { key: 'demandEn', title: words.demandEn },
    { key: 'colour', title: words.colour },
    { key: 'state', title: words.state },
    { key: 'due', title: words.dueOn },
    { key: 'clock', title: words.clockColumn },
    { key: 'cause', title: words.cause },
    { key: 'raised', title: words.raisedOn },
  ],
  mayAdd: true,
};

export function slipSheetRow(slip: ListedSlip, lang: Lang, day: Day): Record<string, string> {
  const { colour, state, due, clock, cause, raised, difficulty } = textsOf(slip, lang, day);
  const english = { matterEn: slip.title.en, demandEn: slip.demand.en };
  return { ...slipCells(slip), ...english, colour, state, due, clock, cause, raised, difficulty };
}

/** As a file's cells mean it, whatever language they are in. */
export function slipCells(slip: ListedSlip): Record<string, string> {
  return {
    ...{ number: slip.reference, zone: slip.zone, matter: slip.title.zh, demand: slip.demand.zh },
    ...{ difficulty: slip.difficulty, unit: slip.unit?.zh ?? '', person: slip.personName, email: slip.personEmail },
  };
}

/** What a slip's file cannot change: its own words change by an instruction, in the open. */
export const fixedCells: Readonly<Record<string, TwoText>> = {
  zone: slipVerbWords.fixedCell,
  matter: slipVerbWords.fixedCell,
  demand: slipVerbWords.fixedCell,
  difficulty: slipVerbWords.fixedCell,
};
