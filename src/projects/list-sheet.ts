import { isDay, minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { pipelineSheetWords as titles } from '#language/words/pipeline-sheet.ts';
import { pipelineWords as words } from '#language/words/pipeline.ts';
import { projectWords } from '#language/words/projects.ts';
import { inWan } from '#listings/money.ts';
import type { Choice } from '#lists/list.ts';
import { choiceCell, textCell, type SheetColumn, type SheetShape } from '#lists/sheet.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import { wanIn } from './form.ts';
import type { ListedProject } from './list.ts';

/** What cells may name: the blocks and units of the zones at hand. */
export interface SheetChoices {
  readonly blocks: readonly Choice[];
  readonly units: readonly Choice[];
}

type Reader = (text: string) => Outcome<string>;

const open =
  (read: Reader): Reader =>
  (text) =>
    text.trim() === '' ? done('') : read(text.trim());
const shaped =
  (shape: RegExp, says: TwoText): Reader =>
  (text) =>
    shape.test(text.normalize('NFKC').trim().toUpperCase())
      ? done(text.normalize('NFKC').trim().toUpperCase())
      : refused({ says });
const dayCell: Reader = (text) => (isDay(text) ? done(text) : refused({ says: titles.dayWrong }));
const wanCell: Reader = (text) => {
  const yuan = wanIn(text);
  return yuan >= 0 ? done(inWan(yuan)) : refused({ says: titles.amountWrong });
};

/** The list as a file. What is computed goes out only: stage, light and sums come from what happened, not from cells. */
export function projectSheet({ blocks, units }: SheetChoices): SheetShape {
  const columns: SheetColumn[] = [
    { key: 'nameZh', title: titles.nameZh, read: textCell(256) },
    { key: 'nameEn', title: titles.nameEn, read: textCell(400, true) },
    { key: 'zone', title: titles.zone, read: open(shaped(/^\d{8}$/, titles.zoneWrong)) },
    { key: 'stage', title: words.stage },
    { key: 'since', title: words.since },
    { key: 'status', title: words.status },
    { key: 'light', title: words.light },
    { key: 'investorName', title: words.investor, read: textCell(240, true) },
    { key: 'country', title: titles.country, read: open(shaped(/^[A-Z]{2}$/, titles.countryWrong)) },
    { key: 'industries', title: titles.industries, read: textCell(200, true) },
    { key: 'blockId', title: words.block, read: open(choiceCell(blocks)) },
    { key: 'leadUnitId', title: words.leadUnit, read: open(choiceCell(units)) },
    { key: 'site', title: titles.site, read: textCell(200, true) },
    { key: 'managerName', title: words.manager, read: textCell(80, true) },
    { key: 'agentName', title: titles.agent, read: textCell(120, true) },
    { key: 'plannedInvestment', title: titles.planned, read: open(wanCell) },
    { key: 'agreed', title: titles.agreed },
    { key: 'arrived', title: titles.arrived },
    { key: 'signed', title: words.firstSigned },
    { key: 'nextStep', title: words.nextStep, read: textCell(500, true) },
    { key: 'nextStepOn', title: titles.nextStepOn, read: open(dayCell), isDay: true },
    { key: 'apartReason', title: projectWords.fields.apartReason, read: textCell(1000, true) },
    { key: 'updated', title: words.updated },
  ];
  return {
    columns: [{ key: 'reference', title: words.reference }, ...columns.map(known)],
    mayAdd: true,
    isFound: true,
  };
}

/** Officials call the columns of their own tables otherwise. */
function known(column: SheetColumn): SheetColumn {
  const aliases = titles.aliases[column.key];
  return aliases ? { ...column, aliases } : column;
}

/** What is kept, as the cells of a file are compared with it. */
export function projectCells(one: ListedProject): Record<string, string> {
  const text = (value: number | string | null | undefined) => String(value ?? '');
  return {
    ...{ reference: one.reference, nameZh: one.name.zh, nameEn: one.name.en === one.name.zh ? '' : one.name.en },
    ...{ zone: one.zoneCode, investorName: text(one.investor?.zh), country: one.country },
    ...{ industries: one.industries.join('、'), blockId: text(one.blockId), leadUnitId: text(one.leadUnitId) },
    ...{ site: one.site, managerName: one.managerName, agentName: one.agentName },
    ...{ plannedInvestment: inWan(one.planned), nextStep: one.nextStep, nextStepOn: text(one.nextStepOn) },
  };
}

/** The same in the reader's words, with what goes out only. */
export function projectSheetRow(one: ListedProject, lang: Lang): Record<string, string> {
  return {
    ...projectCells(one),
    ...{ stage: projectWords.stages[one.stage][lang], since: one.stageSince },
    ...{ status: projectWords.statuses[one.status][lang], light: projectWords.lights[one.light][lang] },
    ...{ blockId: one.block?.[lang] ?? '', leadUnitId: one.unit?.[lang] ?? '' },
    ...{ agreed: inWan(one.agreed), arrived: inWan(one.arrived), signed: one.countsOn ?? '' },
    updated: minuteOf(one.updatedAt),
  };
}
