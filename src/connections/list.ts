import { dateOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { connectionDeskWords as words } from '#language/words/connection-desk.ts';
import { connectionWords } from '#language/words/connections.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import type { SheetShape } from '#lists/sheet.ts';
import type { BothSides } from './read-sides.server.ts';
import { sideName } from './names.ts';
import { connectionStates, type ConnectionState } from './state.ts';
import { waits, type Waits } from './waits.ts';

/** A connection as the desk lists it. */
export interface ListedConnection extends BothSides {
  readonly id: number;
  readonly state: ConnectionState;
  readonly waits: Waits;
  readonly movedAt: Date;
  readonly silentUntil: Date | null;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly isOverdue: boolean;
  readonly brokerName: string;
  readonly amount: number | null;
}

const states: readonly Choice[] = [
  ...connectionStates.map((value) => ({ value, label: connectionWords.states[value] })),
  { value: 'all', label: words.allStates },
];
const turns: readonly Choice[] = waits.map((value) => ({ value, label: words.waits[value] }));
const sides: readonly Choice[] = [
  { value: 'need', label: words.asNeed },
  { value: 'offer', label: words.asOffer },
];
const brokers: readonly Choice[] = [
  { value: 'mine', label: words.brokerMine },
  { value: 'none', label: words.brokerNone },
  { value: 'others', label: words.brokerOthers },
];

export const connectionList: List = {
  name: 'connections',
  columns: [
    { key: 'need', title: words.need },
    { key: 'offer', title: words.offer },
    { key: 'state', title: words.state },
    { key: 'waits', title: words.waitsFor },
    { key: 'moved', title: words.since, sortable: true },
    { key: 'next', title: words.nextStep },
    { key: 'broker', title: words.broker },
    { key: 'until', title: words.silentUntil, sortable: true, extra: true },
    { key: 'amount', title: words.amount, isNumber: true, extra: true },
    { key: 'number', title: words.number, sortable: true, extra: true },
  ],
  filters: [
    { key: 'q', title: words.search, kind: 'search' },
    { key: 'state', title: words.state, kind: 'choice', choices: states },
    { key: 'waits', title: words.waitsFor, kind: 'choice', choices: turns },
    { key: 'side', title: words.ownSide, kind: 'choice', choices: sides },
    { key: 'broker', title: words.broker, kind: 'choice', choices: brokers },
    { key: 'overdue', title: words.nextStep, kind: 'choice', choices: [{ value: 'yes', label: words.overdue }] },
  ],
  sort: 'moved',
};

export function connectionRow(one: ListedConnection, lang: Lang): Row {
  const texts = textsOf(one, lang);
  const plain = Object.fromEntries(Object.entries(texts).map(([key, text]): [string, Cell] => [key, { text }]));
  return {
    id: String(one.id),
    label: `${texts.need} × ${texts.offer}`,
    cells: {
      ...plain,
      need: { text: texts.need, href: `/${lang}/desk/connections/${one.id}` },
      next: one.isOverdue ? { text: texts.next, tone: 'red' } : { text: texts.next },
    },
  };
}

function textsOf(one: ListedConnection, lang: Lang) {
  const overdue = one.isOverdue ? ` · ${words.overdue[lang]}` : '';
  return {
    need: sideName(one.need, lang),
    offer: sideName(one.offer, lang),
    state: connectionWords.states[one.state][lang],
    waits: words.waits[one.waits][lang],
    moved: dateOf(one.movedAt),
    next: one.nextStepOn === null ? '' : `${one.nextStepOn} ${one.nextStep}${overdue}`,
    broker: one.brokerName,
    until: one.silentUntil ? dateOf(one.silentUntil) : '',
    amount: one.amount === null ? '' : one.amount.toLocaleString(lang),
    number: String(one.id),
  };
}

/** The list as a file. It goes out only: what happens to a connection is done, not typed. */
export const connectionSheet: SheetShape = {
  columns: [
    { key: 'number', title: words.number },
    { key: 'need', title: words.need },
    { key: 'offer', title: words.offer },
    ...connectionList.columns.slice(2, 9).map(({ key, title }) => ({ key, title })),
  ],
};

export function connectionSheetRow(one: ListedConnection, lang: Lang): Record<string, string> {
  return { ...textsOf(one, lang), amount: one.amount === null ? '' : String(one.amount) };
}
