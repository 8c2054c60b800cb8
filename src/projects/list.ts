import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { pipelineWords as words } from '#language/words/pipeline.ts';
import { projectWords } from '#language/words/projects.ts';
import { yuanInWords } from '#listings/money.ts';
import type { Cell, Choice, List, Row } from '#lists/list.ts';
import { countryNamed } from './country.ts';
import { divisionOf, industryNamed } from './industry.ts';
import { lightCell } from '#ui/light.ts';
import { projectLights, stages, statuses, type ProjectLight, type Stage, type Status } from './project.ts';

/** An investment as lists show it. */
export interface ListedProject {
  readonly id: number;
  readonly reference: string;
  readonly zoneCode: string;
  readonly zone: TwoText;
  readonly name: TwoText;
  readonly stage: Stage;
  readonly stageSince: string;
  readonly status: Status;
  readonly statusReason: string;
  readonly light: ProjectLight;
  readonly investor: TwoText | null;
  readonly country: string;
  /** The first is the one it is counted under. */
  readonly industries: readonly string[];
  readonly block: TwoText | null;
  readonly blockId: number | null;
  readonly unit: TwoText | null;
  readonly leadUnitId: number | null;
  readonly site: string;
  readonly location: { readonly lng: number; readonly lat: number } | undefined;
  readonly managerName: string;
  readonly agentName: string;
  readonly planned: number | null;
  /** Sums of the ledgers, in yuan. */
  readonly agreed: number;
  readonly arrived: number;
  /** The day it counts from; null where nothing stands, and where another record of its family counts. */
  readonly countsOn: string | null;
  readonly nextStep: string;
  readonly nextStepOn: string | null;
  readonly isOverdue: boolean;
  readonly revision: number;
  readonly updatedAt: Date;
  readonly sample: boolean;
}

export interface ProjectChoices {
  readonly zones: readonly Choice[];
  readonly blocks: readonly Choice[];
  readonly industries: readonly Choice[];
  /** Of first signings. */
  readonly years: readonly number[];
}

const none: Choice = { value: 'none', label: words.none };
const stageChoices: readonly Choice[] = stages.map((value) => ({ value, label: projectWords.stages[value] }));
const statusChoices: readonly Choice[] = [
  { value: 'live', label: words.live },
  ...statuses.map((value) => ({ value, label: projectWords.statuses[value] })),
];
const lightChoices: readonly Choice[] = projectLights.map((value) => ({ value, label: projectWords.lights[value] }));

/** The list of investments as this person has it. */
export function projectList({ zones, blocks, industries, years }: ProjectChoices): List {
  const seesOneZone = zones.length === 1;
  const zoneColumn = { key: 'zone', title: words.zone };
  return {
    name: 'projects',
    columns: [
      { key: 'name', title: words.name, sortable: true },
      { key: 'stage', title: words.stage },
      { key: 'since', title: words.since, sortable: true },
      { key: 'status', title: words.status },
      { key: 'light', title: words.light },
      { key: 'investor', title: words.investor },
      { key: 'block', title: words.block },
      { key: 'industry', title: words.industry },
      ...(seesOneZone ? [] : [zoneColumn]),
      { key: 'agreed', title: words.agreed, sortable: true, isNumber: true },
      { key: 'arrived', title: words.arrived, sortable: true, isNumber: true },
      { key: 'manager', title: words.manager },
      { key: 'next', title: words.nextStep, sortable: true },
      { key: 'reference', title: words.reference, sortable: true, extra: true },
      { key: 'planned', title: words.planned, isNumber: true, extra: true },
      { key: 'signed', title: words.firstSigned, extra: true },
      { key: 'country', title: words.country, extra: true },
      { key: 'unit', title: words.leadUnit, extra: true },
      { key: 'updated', title: words.updated, sortable: true, extra: true },
    ],
    filters: filtersOf({ zones, blocks, industries, years }),
    sort: '-updated',
  };
}

function filtersOf({ zones, blocks, industries, years }: ProjectChoices): List['filters'] {
  const seesOneZone = zones.length === 1;
  return [
    { key: 'q', title: words.search, kind: 'search' },
    { key: 'stage', title: words.stage, kind: 'choice', choices: stageChoices },
    { key: 'status', title: words.status, kind: 'choice', choices: statusChoices },
    { key: 'light', title: words.light, kind: 'choice', choices: lightChoices },
    ...(seesOneZone ? [] : [{ key: 'zone', title: words.zone, kind: 'choice' as const, choices: zones }]),
    { key: 'block', title: words.block, kind: 'choice', choices: [...blocks, none] },
    { key: 'industry', title: words.mainIndustry, kind: 'choice', choices: [...industries, none] },
    { key: 'country', title: words.capital, kind: 'choice', choices: words.capitals },
    { key: 'manager', title: words.manager, kind: 'choice', choices: words.managers },
    { key: 'next', title: words.nextStep, kind: 'choice', choices: words.nextSteps },
    { key: 'year', title: words.yearSigned, kind: 'choice', choices: years.map(yearChoice) },
    { key: 'reached', title: words.reached, kind: 'choice', choices: stageChoices.slice(3) },
    { key: 'count', title: words.counting, kind: 'choice', choices: words.countings },
    { key: 'place', title: words.location, kind: 'choice', choices: words.locations },
  ];
}

function yearChoice(year: number): Choice {
  return { value: String(year), label: { zh: `${year}`, en: `${year}` } };
}

export function moneyIn(yuan: number | null, lang: Lang): string {
  return yuan === null || yuan === 0 ? '' : yuanInWords(yuan)[lang];
}

/** What a list of the desk says of an investment. */
export function projectRow(one: ListedProject, lang: Lang): Row {
  const light = lightCell(one.light, projectWords.lights[one.light][lang]);
  const name = one.sample ? words.sampleNamed(one.name[lang])[lang] : one.name[lang];
  return {
    id: String(one.id),
    label: one.name[lang],
    cells: {
      ...plainCells(one, lang),
      ...{ name: { text: name, href: `/${lang}/desk/projects/${one.id}` }, light, next: nextCell(one, lang) },
      industry: { text: one.industries[0] === undefined ? '' : industryNamed(divisionOf(one.industries[0]))[lang] },
    },
  };
}

function plainCells(one: ListedProject, lang: Lang): Record<string, Cell> {
  const texts = {
    ...{ stage: projectWords.stages[one.stage][lang], since: one.stageSince },
    ...{ status: projectWords.statuses[one.status][lang], investor: one.investor?.[lang] ?? '' },
    ...{
      block: one.block?.[lang] ?? '',
      zone: one.zone[lang],
      unit: one.unit?.[lang] ?? '',
      country: countryNamed(one.country)[lang],
    },
    ...{ agreed: moneyIn(one.agreed, lang), arrived: moneyIn(one.arrived, lang), planned: moneyIn(one.planned, lang) },
    ...{ manager: one.managerName, reference: one.reference, signed: one.countsOn ?? '' },
    updated: minuteOf(one.updatedAt),
  };
  return Object.fromEntries(Object.entries(texts).map(([key, text]) => [key, { text }]));
}

function nextCell({ nextStep, nextStepOn, isOverdue }: ListedProject, lang: Lang): Cell {
  const said = [nextStepOn ?? '', nextStep].filter(Boolean).join(' ');
  return isOverdue ? { text: `${said} · ${words.overdue[lang]}`, tone: 'red' } : { text: said };
}
