import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { taskDeskWords as words } from '#language/words/task-desk.ts';
import { taskWords } from '#language/words/tasks.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { lightCell } from '#ui/light.ts';
import { taskLights, taskStates, type TaskLight, type TaskState } from './task.ts';

/** A task as lists show it. */
export interface ListedTask {
  readonly id: number;
  readonly zoneCode: string;
  readonly zone: TwoText;
  readonly number: string;
  readonly title: TwoText;
  readonly state: TaskState;
  readonly light: TaskLight;
  readonly percent: number;
  readonly isAsked: boolean;
  readonly unit: TwoText | null;
  readonly block: TwoText | null;
  readonly plan: TwoText | null;
  readonly planId: number | null;
  readonly personName: string;
  readonly beginsOn: string;
  readonly dueOn: string;
  readonly reportedOn: string | null;
  /** The next milestone that is open. */
  readonly next: (TwoText & { readonly on: string }) | null;
  readonly isPublic: boolean;
  readonly sample: boolean;
  readonly updatedAt: Date;
}

export interface TaskChoices {
  readonly zones: readonly Choice[];
  readonly units: readonly Choice[];
  readonly blocks: readonly Choice[];
  readonly plans: readonly Choice[];
}

const none = (label: TwoText): Choice => ({ value: 'none', label });
const lightChoices = taskLights.map((value) => ({ value, label: taskWords.lights[value] }));
const stateChoices: readonly Choice[] = [
  { value: 'open', label: words.open },
  { value: 'to-recheck', label: words.toRecheck },
  ...taskStates.map((value) => ({ value, label: taskWords.states[value] })),
];
const groupChoices: readonly Choice[] = [
  { value: 'unit', label: words.byUnit },
  { value: 'block', label: words.byBlock },
];

/** What the desk's list of tasks can show and be asked for. */
export function taskList({ zones, units, blocks, plans }: TaskChoices): List {
  const seesOneZone = zones.length === 1;
  return {
    name: 'tasks',
    columns: [
      { key: 'number', title: words.number },
      { key: 'name', title: words.name, sortable: true },
      { key: 'light', title: words.light, sortable: true },
      { key: 'percent', title: words.percent, sortable: true, isNumber: true },
      { key: 'unit', title: words.unit },
      { key: 'due', title: words.due, sortable: true },
      { key: 'next', title: words.nextMilestone },
      { key: 'reported', title: words.reported, sortable: true },
      { key: 'state', title: words.state },
      ...(seesOneZone ? [] : [{ key: 'zone', title: words.zone }]),
      { key: 'plan', title: words.plan, extra: true },
      { key: 'block', title: words.block, extra: true },
      { key: 'person', title: words.person, extra: true },
      { key: 'begins', title: words.begins, extra: true },
      { key: 'public', title: words.isPublic, extra: true },
      { key: 'updated', title: words.updated, sortable: true, extra: true },
      { key: 'id', title: words.id, extra: true, isNumber: true },
    ],
    filters: [
      { key: 'q', title: words.search, kind: 'search' },
      { key: 'light', title: words.light, kind: 'choice', choices: lightChoices },
      { key: 'state', title: words.state, kind: 'choice', choices: stateChoices },
      { key: 'unit', title: words.unit, kind: 'choice', choices: [...units, none(words.noUnit)] },
      { key: 'block', title: words.block, kind: 'choice', choices: blocks },
      { key: 'plan', title: words.plan, kind: 'choice', choices: [...plans, none(words.noPlan)] },
      { key: 'from', title: words.dueFrom, kind: 'date' },
      { key: 'to', title: words.dueTo, kind: 'date' },
      { key: 'whose', title: words.whose, kind: 'choice', choices: [{ value: 'mine', label: words.mine }] },
      ...(seesOneZone ? [] : [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }]),
      { key: 'group', title: words.group, kind: 'choice', choices: groupChoices },
    ],
    sort: 'light',
  };
}

/** A row of the list, under its unit or block where the list is grouped. */
export function taskRow(one: ListedTask, lang: Lang, group: string | undefined): Row {
  const name = one.title[lang];
  return {
    id: String(one.id),
    label: name,
    ...(group !== undefined && { group: groupOf(one, group)[lang] }),
    cells: {
      ...plainCells(one, lang),
      name: { text: one.sample ? words.sampleNamed(name)[lang] : name, href: `/${lang}/desk/tasks/${one.id}` },
      light: lightCell(one.light, taskWords.lights[one.light][lang]),
    },
  };
}

function groupOf({ unit, block }: ListedTask, group: string): TwoText {
  return group === 'block' ? (block ?? words.noBlock) : (unit ?? words.noUnit);
}

function plainCells(one: ListedTask, lang: Lang): Record<string, Cell> {
  const named = { block: one.block, plan: one.plan, zone: one.zone, unit: one.unit ?? words.noUnit };
  const names = Object.entries(named).map(([key, name]) => [key, name?.[lang] ?? ''] as const);
  const texts = {
    ...{ number: one.number, percent: `${one.percent}%`, due: one.dueOn, begins: one.beginsOn },
    ...{ person: one.personName, reported: one.reportedOn ?? '', next: nextIn(one, lang) },
    state: (one.isAsked ? words.toRecheck : taskWords.states[one.state])[lang],
    public: (one.isPublic ? words.yes : words.no)[lang],
    ...{ updated: minuteOf(one.updatedAt), id: String(one.id) },
  };
  return Object.fromEntries([...names, ...Object.entries(texts)].map(([key, text]) => [key, { text }]));
}

function nextIn({ next }: ListedTask, lang: Lang): string {
  return next === null ? '' : `${next.on} ${next[lang]}`;
}
