import { aboutKinds } from '#instructions/instruction.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { instructionWords as words } from '#language/words/instructions.ts';
import { slipWords } from '#language/words/slips.ts';
import type { Choice, List } from '#lists/list.ts';
import type { SheetShape } from '#lists/sheet.ts';
import type { AboutRecordView } from './read-about.server.ts';
import type { SlipState } from './slip.ts';

/** Something that an instruction brought about. */
export interface CameOfIt {
  readonly kind: 'slip-started' | 'slip-changed' | 'task-begun' | 'task-adjusted' | 'task-ended';
  readonly id: number;
  readonly name: TwoText;
  /** Where the slip stands now. */
  readonly state: SlipState | undefined;
}

export interface ListedInstruction {
  readonly id: number;
  readonly zoneCode: string;
  readonly leaderName: string;
  readonly body: string;
  readonly givenOn: string;
  readonly document: string | null;
  readonly sample: boolean;
  readonly about: AboutRecordView | undefined;
  readonly outcomes: readonly CameOfIt[];
}

const kinds: readonly Choice[] = aboutKinds.map((value) => ({ value, label: words.aboutKinds[value] }));

/** What the list of instructions can be asked for; each is read whole, so it has no columns. */
export function instructionList(zones: readonly Choice[]): List {
  return {
    name: 'instructions',
    columns: [],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'about', title: words.about, kind: 'choice', choices: kinds },
      { key: 'from', title: words.from, kind: 'date' },
      ...(zones.length > 1 ? [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: '-given',
  };
}

/** Instructions as a file, which goes out only: what a leader wrote is never changed, and each rests on its paper. */
export const instructionSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.id },
    { key: 'given', title: words.givenOn, isDay: true },
    { key: 'leader', title: words.leader },
    { key: 'body', title: words.body },
    { key: 'about', title: words.about },
    { key: 'outcomes', title: words.outcomes },
    { key: 'paper', title: words.paper },
    { key: 'zone', title: words.zone },
  ],
};

export function instructionSheetRow(one: ListedInstruction, lang: Lang): Record<string, string> {
  const colon = lang === 'zh' ? '：' : ': ';
  const outcomes = one.outcomes.map(({ kind, name, state }) => {
    const stands = state === undefined ? '' : ` (${slipWords.states[state][lang]})`;
    return `${words.came[kind][lang]}${colon}${name[lang]}${stands}`;
  });
  return {
    ...{ id: String(one.id), given: one.givenOn, leader: one.leaderName, body: one.body, zone: one.zoneCode },
    about: one.about ? `${words.aboutKinds[one.about.kind][lang]}${colon}${one.about.name[lang]}` : '',
    outcomes: outcomes.join('\n'),
    paper: (one.document === null ? words.noPaper : words.hasPaper)[lang],
  };
}
