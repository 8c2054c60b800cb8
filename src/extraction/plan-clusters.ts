import { fromChinese } from '#text/chinese-number.ts';
import { marksOf, type FoundCluster, type Mark } from './plan-found.ts';

const count = '(\\d{1,2}|[一二三四五六七八九十两]{1,2})';
const tier =
  '(万亿|[五5]千亿|[二2两]千亿|千亿|1000亿|[五5]百亿|500亿|[三3]百亿|300亿|百亿|100亿)(?:元)?级?(?:规模)?(?:的)?';
const kind = '(?:现代化?|先进制造业?|战略性新兴|创新型?|特色|主导|新兴|优势|标志性|未来)*(?:产业)?(?:创新)?集群';
const verbs = '(?:着力|全力|加快|重点|力争|聚力|积极|努力)*(?:打造|培育|建设|形成|构建|发展|做强|壮大|建成|培植|塑造)';

const shapes: readonly RegExp[] = [
  // 打造3个千亿级产业集群：甲、乙、丙 — also 即, 分别为, or in brackets.
  new RegExp(`${verbs}?${count}[个大]${tier}${kind}(?:（|\\(|：|:|，?(?:即|分别为|分别是|包括))(?<after>[^。；）)]+)`),
  // 打造甲、乙、丙3个千亿级产业集群; 甲、乙等两大千亿级产业集群
  new RegExp(`${verbs}(?<before>[^，。；：]{2,60}?)(?:等|这)?${count}[个大]${tier}${kind}`),
  // 培育甲、乙等千亿级产业集群; 形成甲千亿级产业集群
  new RegExp(`${verbs}(?<before>[^，。；：\\d]{2,60}?)(?:等)?(?<none>)${tier}${kind}`),
];

/** The clusters that a sentence names, each with how large it is to grow; those that it only counts have no name. */
export function clustersIn(sentence: string): { values: FoundCluster; marks: Mark[] }[] {
  const found = tiersIn(sentence).flatMap((part) => clustersOfOneTier(part));
  return found.map(({ name, size, said }) => ({
    values: { kind: 'cluster', name, tier: tierOf(size) },
    marks: marksOf(sentence, [
      ['name', name],
      ['number', said],
    ]),
  }));
}

/** One sentence may name the clusters of several tiers, each in a part of its own. */
function tiersIn(sentence: string): string[] {
  const cuts = [
    ...sentence.matchAll(new RegExp(`[，；、和]?(?=${verbs}?(?:${count}[个大])${tier}${kind}[：:（(])`, 'g')),
  ];
  const starts = cuts.map(({ index }) => index);
  const parts =
    starts.length > 1 ? starts.map((start, at) => sentence.slice(at === 0 ? 0 : start, starts[at + 1])) : [sentence];
  return parts.flatMap((part) => (/[：:（(]/.test(part) ? [part] : part.split(/[，；](?!即|分别|包括)/)));
}

interface Named {
  readonly name: string;
  readonly size: string;
  readonly said: string;
}

function clustersOfOneTier(part: string): Named[] {
  for (const shape of shapes) {
    const match = shape.exec(part);
    const named = match ? namedIn(match) : [];
    if (named.length > 0) return named;
  }
  return [];
}

/** The names count as many as the sentence says, or they are not the names. */
function namedIn(match: RegExpExecArray): Named[] {
  const [size, many] = sizeAndCount(match);
  const { after, before = '' } = match.groups ?? {};
  const listed = after ?? before;
  const whole = namesOf(listed);
  const names = whole.length > 0 ? whole : namesOf(listed.replace(/，.*$/, ''));
  const isAll = many === undefined || many === names.length || match[0].includes('等');
  return isAll ? names.map((name) => ({ name, size, said: size })) : [];
}

function sizeAndCount(match: RegExpExecArray): [string, number | undefined] {
  const parts = match.slice(1).filter((part): part is string => typeof part === 'string' && part !== '');
  const size = parts.find((part) => /亿$/.test(part)) ?? '';
  const many = parts.find((part) => /^(?:\d{1,2}|[一二三四五六七八九十两]{1,2})$/.test(part));
  return [size, many === undefined ? undefined : /^\d/.test(many) ? Number(many) : fromChinese(many)];
}

function namesOf(text: string): string[] {
  const names = text
    .split(/、|，|,|和|及|与|以及/)
    .map((name) => name.replace(/^[“"（(]|[”"）)]$/g, '').replace(/等?(?:[一二三四五六七八九十\d]+[个大])?$/, ''))
    .map((name) => name.replace(/(?:产业)?集群$|产业$|等$/, '').trim());
  const isName = (name: string) => name.length >= 2 && name.length <= 16 && !/\d|亿|集群|打造|培育|到20/.test(name);
  return names.length > 0 && names.every(isName) ? names : [];
}

function tierOf(size: string): FoundCluster['tier'] {
  if (size === '千亿' || size === '1000亿') return 'thousand-yi';
  return /^(?:[五5]百亿|500亿)$/.test(size) ? 'five-hundred-yi' : 'other';
}
