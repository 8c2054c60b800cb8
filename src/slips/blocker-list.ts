import { minuteOf } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { blockerWords as words } from '#language/words/blockers.ts';
import { siteWords } from '#language/words/site.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import type { SheetShape } from '#lists/sheet.ts';
import { blockerKinds, blockerStates, type BlockerState } from './blocker.ts';
import type { BlockerView } from './read-blockers.server.ts';

const states: readonly Choice[] = blockerStates.map((value) => ({ value, label: words.states[value] }));
const kinds: readonly Choice[] = blockerKinds.map((value) => ({ value, label: words.kinds[value] }));

/** The list of blockers; `zones` are those the person may choose between. */
export function blockerList(zones: readonly Choice[]): List {
  return {
    name: 'blockers',
    columns: [
      { key: 'title', title: words.name },
      { key: 'state', title: words.state },
      { key: 'kind', title: words.kind },
      { key: 'organisation', title: words.organisation },
      { key: 'filed', title: words.filedAt, sortable: true },
      { key: 'slip', title: words.slipNumber },
      { key: 'said', title: words.saidColumn, extra: true },
      { key: 'filer', title: words.filer, extra: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'state', title: words.state, kind: 'choice', choices: states },
      { key: 'kind', title: words.kind, kind: 'choice', choices: kinds },
      ...(zones.length > 1 ? [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: '-filed',
  };
}

const tones: Readonly<Partial<Record<BlockerState, NonNullable<Cell['tone']>>>> = {
  filed: 'amber',
  taken: 'blue',
  solved: 'green',
};

export function blockerRow(one: BlockerView, lang: Lang): Row {
  const texts = textsOf(one, lang);
  const plain = Object.fromEntries(Object.entries(texts).map(([key, text]): [string, Cell] => [key, { text }]));
  const tone = tones[one.state];
  return {
    id: String(one.id),
    label: one.title,
    cells: {
      ...plain,
      title: {
        text: one.sample ? siteWords.sampleNamed(one.title)[lang] : one.title,
        href: `/${lang}/desk/blockers/${one.id}`,
      },
      state: { text: texts.state, ...(tone && { tone }) },
    },
  };
}

function textsOf(one: BlockerView, lang: Lang) {
  const isWaited = one.isAsked && (one.state === 'taken' || one.state === 'solved');
  return {
    title: one.title,
    state: words.states[one.state][lang],
    kind: words.kinds[one.kind][lang],
    organisation: one.organisation[lang],
    filed: minuteOf(one.filedAt),
    slip: one.slipReference,
    said: isWaited ? words.said[one.said][lang] : '',
    filer: one.filerName,
  };
}

/** Blockers as a file, which goes out only: what an enterprise says stops it, only it says. */
export const blockerSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.id },
    { key: 'title', title: words.name },
    { key: 'organisation', title: words.organisation },
    { key: 'kind', title: words.kind },
    { key: 'state', title: words.state },
    { key: 'filed', title: words.filedAt },
    { key: 'slip', title: words.slipNumber },
    { key: 'said', title: words.saidColumn },
    { key: 'body', title: words.body },
    { key: 'answer', title: words.answer },
    { key: 'answered_by', title: words.answerer },
    { key: 'said_note', title: words.saidNote },
    { key: 'filer', title: words.filer },
    { key: 'zone', title: words.zone },
  ],
};

export function blockerSheetRow(one: BlockerView, lang: Lang): Record<string, string> {
  const { id, body, answer, answeredBy, saidNote, zoneCode } = one;
  return {
    ...textsOf(one, lang),
    ...{ id: String(id), body, answer, answered_by: answeredBy, said_note: saidNote, zone: zoneCode },
  };
}
