import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { choiceCell, textCell, type SheetShape } from '#lists/sheet.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { paces, sourceStates, type SourceState, type SourceView } from './source.ts';

const states: readonly Choice[] = sourceStates.map((value) => ({ value, label: words.states[value] }));
const kinds: readonly Choice[] = (['feed', 'list'] as const).map((value) => ({ value, label: words.kinds[value] }));
const paceChoices: readonly Choice[] = paces.map((minutes) => ({ value: String(minutes), label: words.pace(minutes) }));

/** The list of sources; `zones` are those the person may choose between. */
export function sourceList(zones: readonly Choice[]): List {
  return {
    name: 'sources',
    columns: [
      { key: 'name', title: words.name, sortable: true },
      { key: 'zone', title: words.zone },
      { key: 'state', title: words.state },
      { key: 'problem', title: words.problem },
      { key: 'recent', title: words.recent, isNumber: true },
      { key: 'success', title: words.lastSuccess },
      { key: 'next', title: words.nextLook, extra: true },
      { key: 'pace', title: words.paceField, extra: true },
      { key: 'address', title: words.address, extra: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'state', title: words.state, kind: 'choice', choices: states },
      { key: 'kind', title: words.kind, kind: 'choice', choices: kinds },
      ...(zones.length > 1 ? [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }] : []),
    ],
    sort: 'name',
  };
}

const tones: Readonly<Partial<Record<SourceState, NonNullable<Cell['tone']>>>> = {
  well: 'green',
  failing: 'red',
  paused: 'amber',
};

export function sourceRow(source: SourceView, lang: Lang): Row {
  const { id, name, zone, state, error, recent, succeededAt, nextLookAt, everyMinutes, address } = source;
  const tone = tones[state];
  return {
    id: String(id),
    label: name,
    cells: {
      name: { text: name || address, href: `/${lang}/desk/sources/${id}` },
      zone: { text: zone.name[lang] },
      state: { text: words.states[state][lang], ...(tone && { tone }) },
      problem: { text: error?.[lang] ?? '' },
      recent: { text: String(recent) },
      success: { text: timeOr(succeededAt, words.never)[lang] },
      next: { text: timeOr(nextLookAt, words.notPlanned)[lang] },
      pace: { text: words.pace(everyMinutes)[lang] },
      address: { text: address },
    },
  };
}

function timeOr(time: Date | null | undefined, none: TwoText): TwoText {
  if (!time) return none;
  const text = minuteOf(time);
  return { zh: text, en: text };
}

function zoneCell(text: string): Outcome<string> {
  const [code = ''] = /^\d{8}/.exec(text.trim()) ?? [];
  return code === '' ? refused({ says: words.zoneCell }) : { ok: true, value: code };
}

/** Sources as a file: a row without a number is a new one. The zone of one that is there stays. */
export const sourceSheet: SheetShape = {
  columns: [
    { key: 'id', title: words.number },
    { key: 'zone', title: words.zoneCode, read: zoneCell },
    { key: 'name', title: words.name, read: textCell(200, true) },
    { key: 'address', title: words.address, read: textCell(2000) },
    { key: 'column', title: words.columnField, read: textCell(40, true) },
    { key: 'every', title: words.paceField, read: choiceCell(paceChoices) },
    { key: 'hosts', title: words.hostsField, read: textCell(2000, true) },
    { key: 'state', title: words.state },
  ],
  mayAdd: true,
};

export function sourceSheetRow(source: SourceView, lang: Lang): Record<string, string> {
  return {
    ...sourceCells(source),
    every: words.pace(source.everyMinutes)[lang],
    state: words.states[source.state][lang],
  };
}

/** As a file's cells mean it, whatever language they are in. */
export function sourceCells(source: SourceView): Record<string, string> {
  const { id, zone, name, address, column, everyMinutes, hosts, state } = source;
  return {
    ...{ id: String(id), zone: zone.code, name, address },
    ...{ column: column ?? '', every: String(everyMinutes), hosts: hosts.join(' '), state },
  };
}
