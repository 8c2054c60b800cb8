import type { Lang, TwoText } from '#language/lang.ts';
import { indicatorDeskWords as words } from '#language/words/indicator-desk.ts';
import { siteWords } from '#language/words/site.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { indicatorLights } from './indicator.ts';
import { periods } from './period.ts';
import { valueInWords } from './in-words.ts';
import { periodInWords } from './period-words.ts';
import { lightCell } from '#ui/light.ts';
import type { IndicatorRow } from './read-row.server.ts';

export interface ListChoices {
  readonly plans: readonly Choice[];
  readonly units: readonly Choice[];
  readonly improvements: readonly Choice[];
  /** Empty for whoever sees every zone. */
  readonly zones: readonly Choice[];
}

const lights: readonly Choice[] = indicatorLights.map((value) => ({ value, label: words.lights[value] }));
const entries: readonly Choice[] = (['late', 'due', 'computed'] as const).map((value) => ({
  value,
  label: words.entries[value],
}));

/** What the desk's list of indicators can show and be asked for. */
export function indicatorList({ plans, units, improvements, zones }: ListChoices): List {
  return {
    name: 'indicators',
    columns: [
      { key: 'name', title: words.name, sortable: true },
      { key: 'light', title: words.light, sortable: true },
      { key: 'latest', title: words.latest, isNumber: true },
      { key: 'latest_on', title: words.latestOn },
      { key: 'target', title: words.target, isNumber: true },
      { key: 'target_on', title: words.targetOn },
      { key: 'forecast', title: words.forecast, isNumber: true },
      { key: 'owed', title: words.owed, sortable: true },
      { key: 'unit', title: words.unit },
      { key: 'measure', title: words.measure, extra: true },
      { key: 'key', title: words.key, extra: true },
      { key: 'period', title: words.period, extra: true },
      { key: 'plan', title: words.plan, extra: true },
      { key: 'improvement', title: words.improvement, extra: true },
      { key: 'public', title: words.isPublic, extra: true },
      ...(zones.length === 1 ? [] : [{ key: 'zone', title: words.zone, extra: true as const }]),
      { key: 'id', title: words.id, extra: true, isNumber: true },
    ],
    filters: filtersOf({ plans, units, improvements, zones }),
    sort: 'name',
  };
}

function filtersOf({ plans, units, improvements, zones }: ListChoices): List['filters'] {
  const hasChoices = (key: string, title: TwoText, choices: readonly Choice[]): List['filters'] =>
    choices.length > 0 ? [{ key, title, kind: 'choice', choices }] : [];
  return [
    { key: 'q', title: words.search, kind: 'search' },
    { key: 'light', title: words.light, kind: 'choice', choices: lights },
    { key: 'entry', title: words.entry, kind: 'choice', choices: entries },
    ...hasChoices('unit', words.unit, units),
    ...hasChoices('plan', words.plan, plans),
    ...hasChoices('improvement', words.improvement, improvements),
    {
      key: 'period',
      title: words.period,
      kind: 'choice',
      choices: periods.map((value) => ({ value, label: words.periods[value] })),
    },
    ...(zones.length === 1 ? [] : zoneFilter(zones)),
  ];
}

function zoneFilter(zones: readonly Choice[]): List['filters'] {
  if (zones.length === 0) return [{ key: 'zone', title: words.zone, kind: 'search' }];
  return [{ key: 'zone', title: words.zone, kind: 'choice', choices: zones }];
}

/** One indicator as the desk lists it. */
export interface ListedIndicator {
  readonly row: IndicatorRow;
  readonly name: TwoText;
  readonly zone: TwoText;
  readonly unit: TwoText | undefined;
  readonly plan: TwoText | undefined;
  readonly improvement: TwoText | undefined;
}

export function indicatorRow(one: ListedIndicator, lang: Lang, today: string): Row {
  const { row } = one;
  const plain = (text: string | undefined): Cell => ({ text: text ?? '' });
  const number = (value: number | null) => plain(valueInWords(value, row, lang));
  const on = (end: string | null) => plain(end === null ? '' : periodInWords(row.period, end, row.accumulation)[lang]);
  return {
    id: String(row.id),
    label: one.name[lang],
    cells: {
      name: {
        text: row.sample ? siteWords.sampleNamed(one.name[lang])[lang] : one.name[lang],
        href: `/${lang}/desk/indicators/${row.id}`,
      },
      light: lightCell(row.light, words.lights[row.light][lang]),
      ...{
        latest: number(row.latest),
        latest_on: on(row.latestOn),
        target: number(row.target),
        target_on: on(row.targetOn),
      },
      ...{ forecast: number(row.forecast), owed: owedCell(row, lang, today) },
      ...{ unit: plain(one.unit?.[lang]), plan: plain(one.plan?.[lang]), zone: plain(one.zone[lang]) },
      ...{ measure: plain(row[lang === 'zh' ? 'measureZh' : 'measureEn'] || row.measureZh), key: plain(row.key) },
      ...{ period: plain(words.periods[row.period][lang]), improvement: plain(one.improvement?.[lang]) },
      ...{ public: plain(words[row.isPublic ? 'yes' : 'no'][lang]), id: plain(String(row.id)) },
    },
  };
}

function owedCell({ owedOn, owedBy, formula, period, accumulation }: IndicatorRow, lang: Lang, today: string): Cell {
  if (formula !== '') return { text: words.entries.computed[lang] };
  if (owedOn === null || owedBy === null) return { text: '' };
  const text = words.owedBy(periodInWords(period, owedOn, accumulation)[lang], owedBy)[lang];
  return owedBy < today ? { text: `${words.entries.late[lang]} · ${text}`, tone: 'red' } : { text };
}
