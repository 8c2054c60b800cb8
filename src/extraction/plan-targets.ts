import { fromChinese } from '#text/chinese-number.ts';
import { dateIn } from './plan-dates.ts';
import { marksOf, partOf, type FoundIndicator, type Mark } from './plan-found.ts';

const number = '(\\d[\\d,，]*(?:\\.\\d+)?|[一二三四五六七八九十百千两]+)';
const money = '万?亿?(?:美元|欧元|元)|亿|万';
const counted =
  '家|个|项|件|人|名|户|辆|台|套|座|条|亩|平方公里|平方千米|平方米|公里|千米|吨标准煤|吨|万吨|千瓦时|千瓦|兆瓦|吉瓦|位|所|处|场|次|天|个工作日|倍|分';
const unit = `((?:万亿|千亿|百亿|十亿)?(?:${money})|百分点|个百分点|[%％‰]|万?(?:${counted}))`;
const most = '(?:左右|以上|以内|以下)?';

interface Verb {
  readonly words: string;
  /** What is measured where the sentence tells a change. */
  readonly growth?: string;
  readonly down?: true;
}

/** What is said of a number, and which way is better. */
const verbs: readonly Verb[] = [
  { words: '年均(?:增长|增速(?:达到?|保持在?|不低于|超过?)?)', growth: '年均增速' },
  { words: '(?:同比)?(?:增长|增速(?:达到?|保持在?|不低于|超过?)?|增幅(?:达到?|不低于)?)', growth: '增速' },
  { words: '(?:累计)?(?:下降|降低|压减|减少)(?!到|至)', growth: '降幅' },
  { words: '(?:控制在|下降到|下降至|降低到|降低至|降至|压缩至|压缩到|压减至|不高于|不超过|(?<!不)低于)', down: true },
  {
    words:
      '(?:力争)?(?:达到|达|突破|(?<!不)超过|(?<!不)超|不低于|不少于|提高到|提高至|提升到|提升至|增加到|增加至|增至|保持在|稳定在|扩大到|完成|实现)',
  },
];
/** Behind these a clause names what it counts before it counts it: 新增高新技术企业100家. */
const counting = '新增|新培育|累计培育|累计引进|累计建成|集聚|拥有|培育|引进|建成|新建|聚集|招引';
const lead =
  /^(?:力争|确保|预计|其中|全区|全市|全县|全园|实现|同时|并|使|争取|基本|我区|推动|促进|带动|区域|当年)+(?=[\p{Script=Han}A-Za-z“])/u;
const notName = /^(?:同比|环比|到|在|为|以|的|较|比|并|且|约|共|将|把|由|力争|年均|累计|分别|平均|进一步|全年|每年)$/;

/** What begins so is done once, and is a task unless a year is its horizon. */
const deed = /^(?:引进|培育|建设|建成|完成|实施|开展|举办|打造|推进|新建|组织|新增|改造)/;

interface Clause {
  readonly text: string;
  readonly on: string;
  readonly date: string;
  /** Only a year was named: how far the plan looks. */
  readonly isHorizon: boolean;
}

/** The targets that a sentence sets: what is measured, how much of which unit, by when. */
export function targetsIn(sentence: string, year: number): { values: FoundIndicator; marks: Mark[] }[] {
  return clausesOf(sentence, year).flatMap((clause) => {
    const found = targetOf(clause, year);
    if (!found) return [];
    const { values, verb, amount } = found;
    const marks = marksOf(sentence, [
      ['date', clause.date],
      ['name', found.stem],
      ['verb', verb],
      ['number', amount],
    ]);
    return [{ values, marks }];
  });
}

/** Clauses, each with the date that was named last: 到2026年 holds for the whole sentence. */
function clausesOf(sentence: string, year: number): Clause[] {
  let said = { on: '', date: '', isHorizon: false };
  return sentence.split(/[，；。;]|,(?!\d{3})|、(?=[^，；。、]{2,24}(?:达到|突破|超过|增长|不低于))/).map((text) => {
    const named = dateIn(text, year);
    if (named) said = { on: named.on, date: named.text, isHorizon: named.isYear };
    const rest = named ? text.replace(named.text, '').replace(/^[到至截]+/, '') : text;
    return { text: rest.replace(/[（(].*?[)）]/g, '').trim(), ...said };
  });
}

interface Target {
  readonly values: FoundIndicator;
  readonly stem: string;
  readonly verb: string;
  readonly amount: string;
}

/** What a year had that is over is told and not promised. */
function targetOf(clause: Clause, year: number): Target | undefined {
  const isPast = clause.on !== '' && clause.on < `${year}-01-01`;
  return isPast ? undefined : (verbTarget(clause) ?? countTarget(clause));
}

function verbTarget(clause: Clause): Target | undefined {
  for (const verb of verbs) {
    const shape = new RegExp(`^(.{2,40}?)(${verb.words})(?:约|近)?${number}${unit}${most}$`, 'u');
    const found = measuredBy(verb, clause, shape.exec(clause.text));
    if (found) return found;
  }
  return undefined;
}

function measuredBy(verb: Verb, { on, isHorizon }: Clause, match: RegExpExecArray | null): Target | undefined {
  const stem = nameIn(partOf(match, 1));
  const value = valueOf(partOf(match, 3));
  if (!stem || value === undefined || (!isHorizon && deed.test(stem))) return undefined;
  const measure = plain(partOf(match, 4));
  if (verb.growth && !/[%‰]/.test(measure)) return undefined;
  const values: FoundIndicator = {
    ...{ kind: 'indicator', name: namedBy(verb, stem), measure, value, on },
    direction: verb.down ? 'down' : 'up',
  };
  return { stem, verb: partOf(match, 2), amount: partOf(match, 3) + partOf(match, 4), values };
}

/** 工业总产值 that grows by 8% is measured by its 增速. */
function namedBy({ growth }: Verb, stem: string): string {
  const isNamed = growth === undefined || stem.endsWith(growth);
  return isNamed ? stem : stem.replace(/(?:年均)?增速$/, '') + growth;
}

/** 新增高新技术企业100家: a count of things is a target only where a year is its horizon. */
function countTarget({ text, on, isHorizon }: Clause): Target | undefined {
  const shape = new RegExp(`^(.{0,8}?)(${counting})(.{2,24}?)${number}(万?(?:${counted}))${most}$`, 'u');
  const match = isHorizon ? shape.exec(text) : null;
  const stem = partOf(match, 3)
    .replace(/^(?:各类|各级|不少于|超过|突破)+/, '')
    .trim();
  const value = valueOf(partOf(match, 4));
  if (value === undefined || !isName(stem) || !/^(?:力争|累计|全区|确保|每年)*$/.test(partOf(match, 1)))
    return undefined;
  const [verb, measure] = [partOf(match, 2), partOf(match, 5)];
  const name = /^(?:新增|累计)/.test(verb) ? verb + stem : `${stem}数量`;
  const values: FoundIndicator = { kind: 'indicator', name, measure, value, on, direction: 'up' };
  return { stem, verb, amount: partOf(match, 4) + measure, values };
}

function nameIn(before: string): string | undefined {
  const name = before
    .trim()
    .replace(lead, '')
    .replace(/(?:力争|确保|将|总体|稳步|预计|年均|分别|累计|均|要|达|全面)+$/u, '')
    .trim();
  return isName(name) ? name : undefined;
}

/** A name is no number, no half of a sentence, and names one thing. */
function isName(name: string): boolean {
  const isShort = name.length >= 2 && name.length <= 30;
  return isShort && !notName.test(name) && !/[\d，。；：:]{2}|[？?！!]|^[\d的]|由$|从.*到|^(?:比|较)/.test(name);
}

function valueOf(amount: string): number | undefined {
  const digits = amount.replaceAll(/[,，]/g, '');
  if (/^\d+(?:\.\d+)?$/.test(digits)) return Number(digits);
  return fromChinese(amount);
}

function plain(measure: string): string {
  return measure
    .replace('％', '%')
    .replace(/^个?百分点$/, '百分点')
    .replace(/亿$/, '亿元')
    .replace(/^万$/, '万元');
}
