import { minuteOf } from '#language/dates.ts';
import type { Lang, TwoText } from '#language/lang.ts';
import { pipelineSheetWords as titles } from '#language/words/pipeline-sheet.ts';
import { pipelineWords as words } from '#language/words/pipeline.ts';
import { projectWords } from '#language/words/projects.ts';
import { inWan } from '#listings/money.ts';
import type { Choice } from '#lists/list.ts';
import type { SheetShape } from '#lists/sheet.ts';
import { industryIn, type ListedProject } from './list.ts';

/** The list as a file. What is computed goes out only: stage, light and sums come from what happened, not from cells. */
export const projectSheet: SheetShape = {
  columns: [
    { key: 'reference', title: words.reference },
    { key: 'name_zh', title: titles.nameZh },
    { key: 'name_en', title: titles.nameEn },
    { key: 'zone', title: titles.zone },
    { key: 'stage', title: words.stage },
    { key: 'since', title: words.since },
    { key: 'status', title: words.status },
    { key: 'light', title: words.light },
    { key: 'investor', title: words.investor },
    { key: 'country', title: titles.country },
    { key: 'industry', title: words.mainIndustry },
    { key: 'block', title: words.block },
    { key: 'unit', title: words.leadUnit },
    { key: 'site', title: titles.site },
    { key: 'manager', title: words.manager },
    { key: 'agent', title: titles.agent },
    { key: 'planned', title: titles.planned },
    { key: 'agreed', title: titles.agreed },
    { key: 'arrived', title: titles.arrived },
    { key: 'signed', title: words.firstSigned },
    { key: 'next_step', title: words.nextStep },
    { key: 'next_step_on', title: titles.nextStepOn },
    { key: 'updated', title: words.updated },
  ],
};

export function projectSheetRow(one: ListedProject, lang: Lang, industries: readonly Choice[]): Record<string, string> {
  const named = (name: TwoText | null | undefined) => name?.[lang] ?? '';
  return {
    ...{ reference: one.reference, name_zh: one.name.zh, name_en: one.name.en === one.name.zh ? '' : one.name.en },
    ...{ zone: one.zoneCode, stage: projectWords.stages[one.stage][lang], since: one.stageSince },
    ...{ status: projectWords.statuses[one.status][lang], light: projectWords.lights[one.light][lang] },
    ...{ investor: named(one.investor), country: one.country, site: one.site },
    ...{ industry: named(industryIn(one.industries[0], industries)), block: named(one.block), unit: named(one.unit) },
    ...{ manager: one.managerName, agent: one.agentName },
    ...{ planned: inWan(one.planned), agreed: inWan(one.agreed), arrived: inWan(one.arrived) },
    ...{ signed: one.countsOn ?? '', next_step: one.nextStep, next_step_on: one.nextStepOn ?? '' },
    updated: minuteOf(one.updatedAt),
  };
}
