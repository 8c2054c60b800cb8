import type { Lang, TwoText } from '#language/lang.ts';
import { projectWords } from '#language/words/projects.ts';
import { roundWords as words } from '#language/words/rounds.ts';
import { taskWords } from '#language/words/tasks.ts';
import { stages } from '#projects/project.ts';
import { taskLights } from '#tasks/task.ts';
import type { Known, KnownIndicator } from './known.ts';

/** One line of the comparison: what it counts, and what each block has, in the order of the blocks. */
export interface ComparedRow {
  readonly title: TwoText;
  readonly cells: readonly string[];
}

/** What is known of several blocks, in the same rows: a block that has not handed in is an empty column. */
export function comparisonOf(blocks: readonly (Known | null)[], lang: Lang): ComparedRow[] {
  const row = (title: TwoText, cell: (known: Known) => string): ComparedRow => ({
    title,
    cells: blocks.map((known) => (known ? cell(known) : words.nothing[lang])),
  });
  const lights = taskLights
    .filter((light) => blocks.some((known) => known?.tasks.some((task) => task.light === light)))
    .map((light) =>
      row(words.tasksWith(taskWords.lights[light]), ({ tasks }) =>
        String(tasks.filter((task) => task.light === light).length),
      ),
    );
  const reached = stages
    .filter((stage) => blocks.some((known) => known?.projects.some((project) => project.stage === stage)))
    .map((stage) =>
      row(words.projectsAt(projectWords.stages[stage]), ({ projects }) =>
        String(projects.filter((project) => project.stage === stage).length),
      ),
    );
  return [
    row(words.tasksOwed, ({ tasks }) => String(tasks.length)),
    ...lights,
    row(words.meanPercent, ({ tasks }) => (tasks.length === 0 ? words.nothing[lang] : `${meanOf(tasks)}%`)),
    ...sharedIndicators(blocks).map(({ name, measure }) =>
      row(withMeasure(name, measure), ({ indicators }) =>
        valueOf(
          indicators.find((one) => one.name.zh === name.zh),
          lang,
        ),
      ),
    ),
    row(words.projectsAll, ({ projects }) => String(projects.length)),
    ...reached,
  ];
}

/** Indicators of one name are one line, whatever each block calls them by key. */
function sharedIndicators(blocks: readonly (Known | null)[]): KnownIndicator[] {
  const byName = new Map<string, KnownIndicator>();
  for (const known of blocks)
    for (const indicator of known?.indicators ?? [])
      if (!byName.has(indicator.name.zh)) byName.set(indicator.name.zh, indicator);
  return [...byName.values()];
}

/** `1,234.50`, as of the end of its period. */
export function valueOf(indicator: KnownIndicator | undefined, lang: Lang): string {
  if (!indicator || indicator.value === null) return words.nothing[lang];
  const digits = { minimumFractionDigits: indicator.decimals, maximumFractionDigits: indicator.decimals };
  return `${indicator.value.toLocaleString('en-US', digits)} (${(indicator.periodEnd ?? '').slice(0, 7)})`;
}

function meanOf(tasks: Known['tasks']): number {
  return Math.round(tasks.reduce((sum, { percent }) => sum + percent, 0) / tasks.length);
}

function withMeasure(name: TwoText, measure: TwoText): TwoText {
  return measure.zh === '' ? name : { zh: `${name.zh}（${measure.zh}）`, en: `${name.en} (${measure.en})` };
}
