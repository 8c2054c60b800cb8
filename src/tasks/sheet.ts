import { isDay } from '#language/dates.ts';
import type { Lang } from '#language/lang.ts';
import { taskAliases as aliases } from '#language/words/sheet-aliases.ts';
import { taskDeskWords as words } from '#language/words/task-desk.ts';
import { taskSheetWords as says } from '#language/words/task-sheet.ts';
import { taskWords } from '#language/words/tasks.ts';
import type { Choice } from '#lists/list.ts';
import { choiceCell, textCell, type SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { isClean } from '#profiles/field.ts';
import { milestonesFromText, milestonesToText } from './milestone-text.ts';
import { longest, reportRhythms, type TaskInput } from './task.ts';

/** What a file names by its name. */
export interface SheetChoices {
  readonly units: readonly Choice[];
  readonly plans: readonly Choice[];
}

/** A task as a file has it. */
export interface SheetTask extends TaskInput {
  readonly id: number;
  readonly zoneCode: string;
  readonly shown: Readonly<Record<'light' | 'percent' | 'state' | 'reported', string>>;
}

type Reader = (text: string) => Outcome<string>;

const limited = (most: number, mayBeEmpty = true): Reader => {
  const read = textCell(most, mayBeEmpty);
  return (text) => (isClean(text) ? read(text) : refused({ says: taskWords.notUnderstood }));
};

const rhythms = reportRhythms.map((value) => ({ value, label: taskWords.rhythms[value] }));
const yesNo: readonly Choice[] = [
  { value: 'yes', label: words.yes },
  { value: 'no', label: words.no },
];

/** One that is named, by its id too, or none; kept by its id. */
function named(choices: readonly Choice[], unknown: typeof says.unitUnknown): Reader {
  const ids = new Map([...choices.map(({ value }) => [value, value] as const), ...idsByName(choices)]);
  return (text) => {
    const name = text.normalize('NFC').trim();
    const id = ids.get(name);
    return name === '' || id !== undefined ? done(id ?? '') : refused({ says: unknown(name.slice(0, 60)) });
  };
}

function idsByName(choices: readonly Choice[]): Map<string, string> {
  return new Map(choices.flatMap(({ value, label }) => [label.en, label.zh].map((name) => [name, value] as const)));
}

/** Several, between commas of any kind; kept as their ids in order. */
function severalNamed(choices: readonly Choice[]): Reader {
  const ids = idsByName(choices);
  return (text) => {
    const names = text
      .normalize('NFC')
      .split(/[\u3001,\uFF0C;\uFF1B\n]/)
      .map((name) => name.trim())
      .filter(Boolean);
    const unknown = names.find((name) => !ids.has(name));
    if (unknown !== undefined) return refused({ says: says.unitUnknown(unknown.slice(0, 60)) });
    const found = [...new Set(names.map((name) => Number(ids.get(name))))].sort((one, other) => one - other);
    return done(found.join(' '));
  };
}

const dayCell: Reader = (text) => {
  const day = text.trim().replaceAll(/[./]/g, '-').slice(0, 10);
  return isDay(day) ? done(day) : refused({ says: says.dayWrong });
};

const milestoneCell: Reader = (text) => {
  const read = milestonesFromText(text);
  return read && isClean(text) ? done(milestonesToText(read)) : refused({ says: says.milestonesWrong });
};

const openChoice = (choices: readonly Choice[]): Reader => {
  const read = choiceCell(choices);
  return (text) => (text.trim() === '' ? done('') : read(text));
};

/** Tasks as a file. Rows without an id are found by plan and number, or are new. */
export function taskSheet({ units, plans }: SheetChoices): SheetShape {
  return {
    columns: [
      { key: 'id', title: words.id },
      { key: 'plan', title: words.plan, read: named(plans, says.planUnknown) },
      { key: 'number', title: words.number, aliases: aliases.number, read: limited(longest.number) },
      { key: 'title_zh', title: words.titleZh, aliases: aliases.title, read: limited(longest.titleZh, false) },
      { key: 'title_en', title: words.titleEn, read: limited(longest.titleEn) },
      { key: 'lead_unit', title: words.unit, aliases: aliases.unit, read: named(units, says.unitUnknown) },
      { key: 'co_units', title: words.coUnits, aliases: aliases.coUnits, read: severalNamed(units) },
      { key: 'person', title: words.person, read: limited(longest.personName) },
      { key: 'person_email', title: words.personEmail, read: limited(longest.personEmail) },
      { key: 'begins', title: words.begins, isDay: true, read: dayCell },
      { key: 'due', title: words.due, aliases: aliases.due, isDay: true, read: dayCell },
      { key: 'milestones', title: words.milestones, read: milestoneCell },
      { key: 'report_every', title: words.reportEvery, read: openChoice(rhythms) },
      { key: 'detail_zh', title: words.detailZh, read: limited(longest.detailZh) },
      { key: 'detail_en', title: words.detailEn, read: limited(longest.detailEn) },
      { key: 'public', title: words.isPublic, read: openChoice(yesNo) },
      { key: 'zone', title: words.zone, read: limited(60) },
      { key: 'instruction', title: words.instruction, read: limited(15) },
      { key: 'reason', title: words.adjustReason, read: limited(1000) },
      { key: 'state', title: words.state },
      { key: 'light', title: words.light },
      { key: 'percent', title: words.percent },
      { key: 'reported', title: words.reported },
    ],
    mayAdd: true,
    isFound: true,
  };
}

/** What is kept, as the cells of a file are compared with it. */
export function taskCells(one: SheetTask): Record<string, string> {
  const idIn = (id: number | null) => (id === null ? '' : String(id));
  return {
    ...{ id: String(one.id), plan: idIn(one.planId), number: one.number, title_zh: one.titleZh, title_en: one.titleEn },
    ...{ lead_unit: idIn(one.leadUnitId), co_units: one.coUnits.join(' '), person: one.personName },
    ...{ person_email: one.personEmail, begins: one.beginsOn, due: one.dueOn, report_every: one.reportEvery },
    ...{ milestones: milestonesToText(one.milestones), detail_zh: one.detailZh, detail_en: one.detailEn },
    ...{ public: one.isPublic ? 'yes' : 'no', zone: one.zoneCode, instruction: '', reason: '' },
  };
}

/** The same in the reader's words. */
export function taskSheetRow(one: SheetTask, lang: Lang, { units, plans }: SheetChoices): Record<string, string> {
  const cells = taskCells(one);
  const label = (choices: readonly Choice[], value: string | undefined) =>
    choices.find((choice) => choice.value === value)?.label[lang] ?? '';
  const beside = one.coUnits.map((id) => label(units, String(id))).filter(Boolean);
  return {
    ...cells,
    ...{ plan: label(plans, cells['plan']), lead_unit: label(units, cells['lead_unit']) },
    co_units: beside.join(lang === 'zh' ? '\u3001' : ', '),
    report_every: label(rhythms, one.reportEvery),
    public: label(yesNo, cells['public']),
    ...one.shown,
  };
}

type Cells = Readonly<Record<string, string>>;

/** What a row of a file says besides its zone and what an adjustment rests on; what it does not mention stays as `before`. */
export function saidInRow(cells: Cells, before: TaskInput | undefined): Record<string, unknown> {
  const id = (text: string) => (text === '' ? null : Number(text));
  const how: readonly (readonly [cell: string, field: keyof TaskInput, read: (text: string) => unknown])[] = [
    ['plan', 'planId', id],
    ['number', 'number', String],
    ['title_zh', 'titleZh', String],
    ['title_en', 'titleEn', String],
    ['lead_unit', 'leadUnitId', id],
    ['co_units', 'coUnits', (text) => text.split(' ').filter(Boolean).map(Number)],
    ['person', 'personName', String],
    ['person_email', 'personEmail', String],
    ['begins', 'beginsOn', String],
    ['due', 'dueOn', String],
    ['report_every', 'reportEvery', (text) => text || 'month'],
    ['detail_zh', 'detailZh', String],
    ['detail_en', 'detailEn', String],
    ['milestones', 'milestones', (text) => milestonesIn(text, before)],
    ['public', 'isPublic', (text) => text === 'yes'],
  ];
  const said = how.flatMap(([cell, field, read]) => (cells[cell] === undefined ? [] : [[field, read(cells[cell])]]));
  const { goalId, ...rest } = before ?? {};
  // Another plan has other goals.
  const stays = before && (cells['plan'] === undefined || id(cells['plan']) === before.planId) ? { goalId } : {};
  return { ...rest, ...stays, ...Object.fromEntries(said) };
}

/** A line with the title of a milestone that is there means that one. */
function milestonesIn(text: string, before: TaskInput | undefined) {
  const known = [...(before?.milestones ?? [])];
  return (milestonesFromText(text) ?? []).map((one) => {
    const at = known.findIndex(({ titleZh }) => titleZh === one.titleZh);
    const [found] = at < 0 ? [] : known.splice(at, 1);
    return { ...one, id: found?.id ?? null };
  });
}
