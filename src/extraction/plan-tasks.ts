import { dateIn, type FoundDate } from './plan-dates.ts';
import { marksOf, type FoundTask, type Mark } from './plan-found.ts';
import { sentencesIn, withoutOrder } from './plan-text.ts';
import { unitsIn, type NamedUnits } from './plan-units.ts';

/** What a task does. A clause that begins with one of these is what is owed. */
export const taskVerbs =
  '建设|建成|打造|推进|推动|加快|实施|完成|开展|引进|培育|组织|制定|出台|编制|启动|建立|搭建|设立|举办|新建|改造|提升|强化|加强|优化|完善|落实|支持|推广|发布|签约|申报|新增|盘活|拓展|深化|健全|构建|做强|做大|壮大|梳理|形成|成立|召开|印发|争创|创建|修订|上线|开通|布局|集聚|招引|征集|遴选|评选|摸排|清理|腾退|整治|导入|对接|复制|试点|打通|实现';
const adverbs =
  '(?:全力|全面|积极|大力|着力|持续|继续|加快|切实|扎实|深入|有序|稳步|统筹|努力|重点|力争|率先|高标准|高质量|高水平|常态化|进一步|再)*';
const verbFirst = new RegExp(`^${adverbs}(${taskVerbs})(?=[\\p{Script=Han}A-Za-z\\d“《])`, 'u');
const verbLast =
  /^(.{2,30}?)(?:力争|确保|要|须)?(建成投用|建成投产|建成运营|投入使用|投入运营|开工建设|竣工验收|主体封顶|正式运营|建成|开工|竣工|投产|投用|完工|封顶|交付|挂牌|启用|通车|开业)$/u;
const englishVerb =
  /^(?:The [\w ]+ (?:shall|will) )?(Complete|Build|Launch|Set up|Establish|Publish|Recruit|Introduce|Open|Start|Draft|Issue|Hold|Upgrade|Connect|Attract|complete|build|launch|set up|establish|publish|recruit|introduce|open|start|draft|issue|hold|upgrade|connect|attract)\b/;
const longestTitle = 80;

export interface TaskFound {
  readonly values: FoundTask;
  readonly marks: readonly Mark[];
}

interface Said {
  /** Whoever answers for the whole paragraph. */
  readonly units: NamedUnits | undefined;
  readonly year: number;
}

/** The task that a sentence sets, or none: it needs something to do, and a date or somebody who answers for it. */
export function taskIn(sentence: string, { units: ofParagraph, year }: Said): TaskFound | undefined {
  const units = unitsIn(sentence) ?? ofParagraph;
  const bare = withoutUnits(withoutOrder(sentence), units);
  const due = dueIn(bare, year);
  if ((!due && !units) || isPast(due, year)) return undefined;
  const done = deedIn(bare, due);
  if (!done) return undefined;
  const object = done.title.slice(done.title.indexOf(done.verb) + done.verb.length);
  return taskOf(sentence, {
    title: done.title,
    due,
    units,
    said: [
      ['verb', done.verb],
      ['object', object],
    ],
  });
}

interface Told {
  readonly title: string;
  readonly due: FoundDate | undefined;
  readonly units: NamedUnits | undefined;
  readonly said: readonly (readonly [Mark['what'], string])[];
}

function taskOf(sentence: string, { title, due, units, said }: Told): TaskFound {
  const { lead, co } = units ?? { lead: '', co: [] };
  const date = due ?? { on: '', text: '' };
  const named = [lead, ...co].map((name) => ['unit', name] as const);
  return {
    values: { kind: 'task', title, dueOn: date.on, lead, co },
    marks: marksOf(sentence, [['date', date.text], ...said, ...named]),
  };
}

function dueIn(text: string, year: number): FoundDate | undefined {
  const date = dateIn(text, year);
  return date && !isHorizon(text, date) ? date : undefined;
}

/** What a year had that is over is told, and not to be done. */
function isPast(date: FoundDate | undefined, year: number): boolean {
  return date !== undefined && date.on < `${year}-01-01`;
}

/** 到2026年 is how far a plan looks, and no date of a task; 2026年底前 is one. */
function isHorizon(text: string, { isYear, text: said }: FoundDate): boolean {
  return isYear && new RegExp(`(?:到|至)${said}`).test(text);
}

function withoutUnits(text: string, units: NamedUnits | undefined): string {
  const without = (units?.texts ?? []).filter((one) => one !== '').reduce((rest, one) => rest.replace(one, ''), text);
  return without
    .replace(/[（(][^（）()]*[)）]/g, '')
    .replace(/[。；;.]+$/, '')
    .trim();
}

/** The first clause that does something, without its date. */
function deedIn(text: string, date: FoundDate | undefined): { title: string; verb: string } | undefined {
  const clauses = text.split(/[，；]|,\s/).map((clause) => clauseOf(clause, date));
  for (const clause of clauses) {
    const found = deedOf(clause);
    if (found) return found;
  }
  return undefined;
}

function clauseOf(clause: string, date: FoundDate | undefined): string {
  const without = date ? clause.replace(date.text, '') : clause;
  return without.replace(/^(?:到|于|在|力争|确保|计划|争取|要|须|应|将|由)+/, '').trim();
}

function deedOf(clause: string): { title: string; verb: string } | undefined {
  const shapes = [verbFirst.exec(clause)?.[1], englishVerb.exec(clause)?.[1], verbLast.exec(clause)?.[2]];
  const verb = shapes.find((one) => one !== undefined);
  if (verb === undefined || clause.length <= verb.length + 1) return undefined;
  return clause.length <= longestTitle * (/[A-Za-z]/.test(verb) ? 2 : 1) ? { title: clause, verb } : undefined;
}

/** A numbered item of a list of tasks: what it is called is the task, what follows says more of it. */
export function taskItem(
  { heading, sentences }: { readonly heading: string; readonly sentences: readonly string[] },
  year: number,
): (TaskFound & { readonly sentence: string }) | undefined {
  const sentence = [heading, ...sentences].join(/\p{Script=Han}/u.test(heading) ? '。' : '. ');
  const units = unitsIn(sentence);
  const dates = sentencesIn(sentence).flatMap((one) => dateIn(one, year) ?? []);
  const due = dates.findLast(({ isYear }) => !isYear) ?? dates.at(-1);
  const title = withoutUnits(heading, units);
  if ((!units && !due) || !deedOf(clauseOf(title, undefined))) return undefined;
  return { ...taskOf(sentence, { title, due, units, said: [['object', title]] }), sentence };
}
