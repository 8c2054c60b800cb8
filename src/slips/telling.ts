import type { TwoText } from '#language/lang.ts';
import { slipVerbWords as words } from '#language/words/slip-verbs.ts';
import type { SlipColour, SlipEventKind } from './slip.ts';
import type { Reader } from './read-people.server.ts';

const told = words.told;

/** As it climbs it is told further up: to the person, to the head of the unit, to the leaders. */
const byColour: Readonly<Record<SlipColour, readonly Reader[]>> = {
  blue: ['person', 'officers'],
  yellow: ['person', 'officers', 'head'],
  red: ['person', 'officers', 'head', 'leaders'],
};

const byKind: Readonly<Partial<Record<SlipEventKind, readonly Reader[]>>> = {
  raised: ['publishers', 'leaders'],
  assigned: byColour.blue,
  answered: ['publishers'],
  'dated-plan': ['publishers'],
  solved: ['publishers'],
  'recheck-failed': byColour.blue,
  closed: byColour.blue,
  instructed: byColour.blue,
};

/** What asks the unit to do something is sent with a link that answers it. */
export function asksForAnswer({ kind, note }: ToldEvent): boolean {
  return kind === 'coloured' ? note !== 'blue' : ['assigned', 'recheck-failed', 'instructed'].includes(kind);
}

export interface ToldEvent {
  readonly kind: SlipEventKind;
  /** Of a turn: the colour it turned to. */
  readonly note: string;
}

const isColour = (text: string): text is SlipColour => text in byColour;

/** Who is told of it; before anybody owns the slip, those who are to assign it. */
export function readersOfEvent({ kind, note }: ToldEvent, isAssigned: boolean): readonly Reader[] {
  if (kind !== 'coloured') return byKind[kind] ?? [];
  const readers = isColour(note) ? byColour[note] : [];
  return isAssigned ? readers : [...readers, 'publishers', 'leaders'];
}

/** One line that says what happened to which slip. */
export function lineOfEvent({ kind, note }: ToldEvent, what: TwoText): TwoText | undefined {
  const key = kind === 'coloured' ? note : kind;
  if (!(key in told)) return undefined;
  const says = told[key as keyof typeof told];
  return { zh: says(what.zh).zh, en: says(what.en).en };
}
