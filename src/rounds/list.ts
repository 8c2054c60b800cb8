import type { Lang, TwoText } from '#language/lang.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { siteWords } from '#language/words/site.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import type { SheetShape } from '#lists/sheet.ts';
import { roundStates, type RoundState } from './round.ts';

/** A round as the desk lists it. */
export interface ListedRound {
  readonly id: number;
  readonly zone: string;
  readonly title: TwoText;
  readonly question: TwoText;
  readonly dueOn: string;
  readonly state: RoundState;
  readonly askerName: string;
  readonly sample: boolean;
  readonly asked: number;
  readonly came: number;
  /** Units whose report has not come, in the order of the zone. */
  readonly missing: readonly TwoText[];
}

const states: readonly Choice[] = roundStates.map((value) => ({ value, label: words.states[value] }));

/** The list of rounds; `zones` are those the person may choose between. */
export function roundList(zones: readonly Choice[]): List {
  return {
    name: 'rounds',
    columns: [
      { key: 'title', title: words.name },
      { key: 'due', title: words.due, sortable: true },
      { key: 'came', title: words.came },
      { key: 'state', title: words.state },
      { key: 'missing', title: words.missing, extra: true },
      { key: 'asker', title: words.asker, extra: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'state', title: words.state, kind: 'choice', choices: states },
      ...(zones.length > 1 ? [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: '-due',
  };
}

export function roundRow(round: ListedRound, { lang, today }: { lang: Lang; today: string }): Row {
  const { came, missing, ...texts } = textsOf(round, lang);
  const isLate = round.state === 'open' && round.came < round.asked && round.dueOn < today;
  const cells = Object.entries({ ...texts, missing }).map(([key, text]): [string, Cell] => [key, { text }]);
  return {
    id: String(round.id),
    label: round.title[lang],
    cells: {
      ...Object.fromEntries(cells),
      title: {
        text: round.sample ? siteWords.sampleNamed(texts.title)[lang] : texts.title,
        href: `/${lang}/desk/rounds/${round.id}`,
      },
      came: isLate ? { text: `${came} ▲ ${words.late[lang]}`, tone: 'red' } : { text: came },
    },
  };
}

function textsOf(round: ListedRound, lang: Lang) {
  return {
    title: round.title[lang],
    due: round.dueOn,
    came: words.cameOf(round.came, round.asked)[lang],
    state: words.states[round.state][lang],
    missing: round.missing.map((name) => name[lang]).join(lang === 'zh' ? '、' : ', '),
    asker: round.askerName,
  };
}

/** Rounds as a file, which goes out only: a round is asked of blocks by its form, and told to their officers. */
export const roundSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.id },
    { key: 'title', title: words.name },
    { key: 'question', title: words.question },
    { key: 'due', title: words.due, isDay: true },
    { key: 'state', title: words.state },
    { key: 'asked', title: words.asked },
    { key: 'received', title: words.came },
    { key: 'missing', title: words.missing },
    { key: 'asker', title: words.asker },
    { key: 'zone', title: words.zone },
  ],
};

export function roundSheetRow(round: ListedRound, lang: Lang): Record<string, string> {
  const { id, zone, question, asked, came } = round;
  return {
    ...textsOf(round, lang),
    ...{ id: String(id), zone, question: question[lang], asked: String(asked), received: String(came) },
  };
}
