import { checkWords as words } from '#language/words/checks.ts';
import { placeOf, type Against, type Directory, type Finding, type Passage } from './finding.ts';

const kinds =
  '经济技术开发区|高新技术产业开发区|经济开发区|高新技术开发区|综合保税区|自由贸易试验区|保税港区|出口加工区|旅游度假区|边境经济合作区|台商投资区|工业园区|产业园区|经开区|高新区|综保区|自贸区';
const named = new RegExp(`([\\u4e00-\\u9fff]{2,14}?)(${kinds})`, 'g');
/** Words that stand before a name and are no part of it. */
const joints =
  /.*(?:位于|坐落|来自|落户|入驻|走进|前往|考察|参观|调研|赴|携手|联合|代表|以及|包括|其中|通过|作为|成为|获批|建设|推进|支持|推动|加快|[在与和及由向对到从于至的了为是将等同把被让给用以或])/;
/** What is said of zones in general: no name. */
const general =
  /^(?:.*(?:级|各类|各|全国|全省|全市|本|该|此|我|其|类|多个|一个|两个|所有|其他|相关|重点|一批|特色|现代|新型|沿海|国内|海外|境外|首个|唯一|开放|[一二三四五六七八九十百\d]+[家个]))$/;
const longestName = 24;

/** Names that look like zones and are in no directory: often a slip of the pen, sometimes a zone that is missing there. */
export function nameFindings(passage: Passage, { directory }: Against): Finding[] {
  if (!directory || passage.lang !== 'zh') return [];
  const seen = new Set<string>();
  return [...passage.text.matchAll(named)].flatMap((match): Finding[] => {
    const [whole, head = '', kind = ''] = match;
    const end = match.index + whole.length;
    if (isKnown(passage.text.slice(Math.max(0, end - longestName), end), directory)) return [];
    const place = head.replace(joints, '');
    if (place.length < 2 || general.test(place) || seen.has(place + kind)) return [];
    seen.add(place + kind);
    const near = nearest(place + kind, directory);
    return [
      {
        kind: 'name',
        severity: near ? 'should' : 'note',
        confirmable: false,
        where: placeOf(passage, { start: end - place.length - kind.length, end }),
        says: words.nameUnknown(place + kind),
        fix: near ? words.nameNear(near) : words.nameFix,
      },
    ];
  });
}

/** Whether the text ends with a name of the directory. */
function isKnown(text: string, directory: Directory): boolean {
  for (let start = 0; start <= text.length - 4; start += 1) if (directory.has(text.slice(start))) return true;
  return false;
}

/** A name of the directory that is one character away; undefined where there are several or none. */
function nearest(name: string, directory: Directory): string | undefined {
  const near = [...directory].filter((known) => isOneAway(name, known));
  return near.length === 1 ? near[0] : undefined;
}

function isOneAway(a: string, b: string): boolean {
  if (Math.abs(a.length - b.length) > 1) return false;
  let start = 0;
  while (start < a.length && a.charAt(start) === b.charAt(start)) start += 1;
  const [restA, restB] = [a.slice(start), b.slice(start)];
  return restA.slice(1) === restB.slice(1) || restA.slice(1) === restB || restA === restB.slice(1);
}
