import { clustersIn } from './plan-clusters.ts';
import { englishClusters, englishTargets } from './plan-english.ts';
import type { Found, FoundValues, Mark } from './plan-found.ts';
import { targetsIn } from './plan-targets.ts';
import { taskIn, taskItem, taskVerbs } from './plan-tasks.ts';
import { paragraphsOf, withoutOrder, type Paragraph } from './plan-text.ts';
import { unitsIn } from './plan-units.ts';

const goalHeading = new RegExp(`^(?:聚焦|坚持|突出|${taskVerbs}).{2,}|(?:行动|工程|计划|攻坚|提升|升级)$`, 'u');
const englishGoal =
  /^(?:Strengthen|Build|Focus|Develop|Upgrade|Improve|Promote|Accelerate|Advance|Expand|Foster|Grow|Raise|Deepen|Attract|Open|Support|Create|Enhance|Boost|Make|Speed up)\b.{2,}/;
/** What every plan has, and what says nothing of this one. */
const frame =
  /^(?:overall|general|main|guiding|basic|development|key|major) (?:requirements?|goals?|objectives?|targets?|tasks?|principles?|approach)|^annex|^appendix|总体要求|指导思想|基本原则|工作原则|主要目标|工作目标|发展目标|总体目标|重点任务|主要任务|工作任务|任务清单|附则|附件|总体思路/i;
const assurances =
  /^(?:safeguards?|implementation|organisation|organization|supporting measures)\b|保障措施|组织领导|组织实施|工作要求|组织保障|实施保障|工作保障/i;

interface Reading {
  readonly found: Found[];
  /** The goals above what is read now, by their level. */
  readonly goals: (number | undefined)[];
  readonly year: number;
  isAssurance: boolean;
}

/**
 * What a plan's text seems to say: goals, targets, clusters and tasks, each with the very sentence. It proposes where a
 * sentence says it plainly, and is silent where a person would have to guess. `year` is that of dates without one.
 */
export function proposalsIn(text: string, year: number): Found[] {
  const reading: Reading = { found: [], goals: [], year, isAssurance: false };
  for (const paragraph of paragraphsOf(text)) readParagraph(reading, paragraph);
  return reading.found;
}

function readParagraph(reading: Reading, paragraph: Paragraph): void {
  const { level, heading } = paragraph;
  if (level !== undefined && level <= 1) enterSection(reading, paragraph);
  const item = heading !== '' && (level ?? 0) >= 2 ? taskItem(paragraph, reading.year) : undefined;
  if (item) put(reading, paragraph, item);
  const units = unitsIn(paragraph.sentences.join(''));
  for (const sentence of paragraph.sentences)
    readSentence(reading, paragraph, { sentence, units, isTold: Boolean(item) });
}

/** A heading is a goal where it wants something; where it does not, what follows stands beneath the goal above. */
function enterSection(reading: Reading, paragraph: Paragraph): void {
  const { level = 0, heading } = paragraph;
  reading.goals.length = Math.min(reading.goals.length, level);
  if (level === 0) reading.isAssurance = assurances.test(heading);
  if (!isGoal(heading) || reading.isAssurance) return;
  put(reading, paragraph, { values: { kind: 'goal', title: heading }, marks: [], sentence: heading });
  reading.goals[level] = reading.found.length - 1;
}

function isGoal(heading: string): boolean {
  const wantsSomething = goalHeading.test(heading) || englishGoal.test(heading);
  return heading !== '' && wantsSomething && !frame.test(heading) && !assurances.test(heading);
}

interface Said {
  readonly sentence: string;
  readonly units: ReturnType<typeof unitsIn>;
  /** Whether the paragraph is a task already, and its sentences only say more of it. */
  readonly isTold: boolean;
}

function readSentence(reading: Reading, paragraph: Paragraph, { sentence, units, isTold }: Said): void {
  const clusters = [...clustersIn(sentence), ...englishClusters(sentence)];
  const targets = [...targetsIn(withoutOrder(sentence), reading.year), ...englishTargets(sentence, reading.year)];
  for (const one of [...clusters, ...targets]) put(reading, paragraph, { ...one, sentence });
  if (isTold || clusters.length + targets.length > 0) return;
  const task = taskIn(sentence, { units, year: reading.year });
  if (task && !(reading.isAssurance && task.values.dueOn === '')) put(reading, paragraph, { ...task, sentence });
}

interface Put {
  readonly values: FoundValues;
  readonly marks: readonly Mark[];
  readonly sentence: string;
}

function put({ found, goals }: Reading, { number }: Paragraph, { values, marks, sentence }: Put): void {
  const under = goals.findLast((goal) => goal !== undefined);
  found.push({ values, marks, sentence, number, under });
}
