import type { Lang, TwoText } from '#language/lang.ts';
import { indicatorDeskWords } from '#language/words/indicator-desk.ts';
import { leaderWords as words } from '#language/words/leader.ts';
import { projectWords } from '#language/words/projects.ts';
import { slipWords } from '#language/words/slips.ts';
import { taskWords } from '#language/words/tasks.ts';
import type { Stage } from '#projects/project.ts';
import type { Light } from '#ui/light.ts';
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

type Names = Readonly<Record<string, TwoText>>;

const taskNames: Names = taskWords.lights;
const names: Readonly<Partial<Record<RecordKind, Names>>> = {
  indicator: indicatorDeskWords.lights,
  slip: slipWords.colours,
  project: projectWords.lights,
};

/** The light or colour of a line, with what its kind of record calls it. */
export function lightIn({ record, now }: RecordLine, lang: Lang): { light: Light; label: string } {
  return { light: now as Light, label: (names[record] ?? taskNames)[now]?.[lang] ?? now };
}
