import type { Lang, TwoText } from '#language/lang.ts';
import { indicatorDeskWords } from '#language/words/indicator-desk.ts';
import { leaderWords as words } from '#language/words/leader.ts';
import { projectWords } from '#language/words/projects.ts';
import { slipWords } from '#language/words/slips.ts';
import { taskWords } from '#language/words/tasks.ts';
import type { Stage } from '#projects/project.ts';
import type { RecordKind, RecordLine, RecordsOf } from './records.ts';

const stageIn = (stage: string, lang: Lang) => projectWords.stages[stage as Stage][lang];

/** What happened to a record in a few words; a light and a colour are drawn beside it. */
export function saidOf(of: RecordsOf, { was, now, note }: RecordLine, lang: Lang): string {
  if (of === 'moves' && was === '') return stageIn(now, lang);
  if (of === 'moves') return words.fromTo(stageIn(was, lang), stageIn(now, lang))[lang];
  if (of === 'gates') return [stageIn(was, lang), note[lang]].filter(Boolean).join(' · ');
  if (of === 'adjustments') return `${words.version(now)[lang]} ${note[lang]}`;
  return of === 'observations' ? `${was} ${note[lang]}` : note[lang];
}

/** Whether `now` of such a line is a light. */
export function hasLight(of: RecordsOf): boolean {
  return ['lights', 'gates', 'values', 'indicators', 'recheck', 'red', 'raised', 'solved'].includes(of);
}

/** What a light or colour of that kind of record is called. */
export function lightsOf(record: RecordKind): Readonly<Record<string, TwoText>> {
  if (record === 'indicator') return indicatorDeskWords.lights;
  if (record === 'slip') return slipWords.colours;
  return record === 'project' ? projectWords.lights : taskWords.lights;
}
