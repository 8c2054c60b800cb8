import { pinyin } from 'pinyin-pro';
import { established } from './established.ts';
import { peopleOf, spokenName, type PlaceLevel } from './place.ts';

/** In the name of a place 都 is a city, never “all”, and 柏 a tree. */
const inPlaces = new Map([
  ['都', 'du'],
  ['柏', 'bai'],
]);

/** Chinese characters as one name in pinyin: 相城 → Xiangcheng, 西安 → Xi'an. Anything else stays as it is. */
export function romanise(text: string): string {
  const known = established.get(text);
  if (known) return known;
  const read = pinyin(text, { toneType: 'none', type: 'array', surname: 'off' });
  const syllables = [...text].map((character, at) => inPlaces.get(character) ?? read[at] ?? character);
  const joined = syllables.reduce(
    (name, next) => name + (name !== '' && /^[aoeāōē]/.test(next) ? `'${next}` : next),
    '',
  );
  return joined.charAt(0).toUpperCase() + joined.slice(1);
}

type Ending = readonly [zh: RegExp, en: string];

/** What the kind of place is called behind its name; the first that fits counts. */
const endings: readonly Ending[] = [
  [/特别行政区$/, 'SAR'],
  [/省$/, 'Province'],
  [/自治区$/, 'Autonomous Region'],
  [/自治州$/, 'Autonomous Prefecture'],
  [/自治县$/, 'Autonomous County'],
  [/自治旗$/, 'Autonomous Banner'],
  [/联合旗$/, 'United Banner'],
  [/地区$/, 'Prefecture'],
  [/特区$/, 'Special District'],
  [/矿区$/, 'Mining District'],
  [/新区$/, 'New Area'],
  [/盟$/, 'League'],
  [/旗$/, 'Banner'],
  [/区$/, 'District'],
  [/县$/, 'County'],
  [/岛$/, 'Islands'],
  [/市$/, ''],
];

/** The English name of a place by rule: 苏州市 → Suzhou, 相城区 → Xiangcheng District, 单县 → Shanxian County. */
export function placeNameEn(nameZh: string, level: PlaceLevel): string {
  const known = wholeNames.get(nameZh);
  if (known) return known;
  const kind = endings.find(([zh]) => zh.test(nameZh))?.[1] ?? '';
  const peoples = /自治[州县]$/.test(nameZh) ? peopleOf(nameZh) : [];
  const words = [
    romanise(spokenName(nameZh)),
    joinPeoples(peoples),
    level === 'province' && kind === 'Province' ? '' : kind,
  ];
  return words.filter((word) => word !== '').join(' ');
}

function joinPeoples(peoples: readonly string[]): string {
  if (peoples.length < 2) return peoples.join('');
  return `${peoples.slice(0, -1).join(', ')} and ${peoples.at(-1)}`;
}

/** Names that no rule gives. */
const wholeNames = new Map([
  ['香港特别行政区', 'Hong Kong SAR'],
  ['澳门特别行政区', 'Macao SAR'],
  ['台湾省', 'Taiwan Province'],
  ['内蒙古自治区', 'Inner Mongolia'],
  ['广西壮族自治区', 'Guangxi'],
  ['西藏自治区', 'Tibet'],
  ['宁夏回族自治区', 'Ningxia'],
  ['新疆维吾尔自治区', 'Xinjiang'],
  ['东乡族自治县', 'Dongxiang Autonomous County'],
  ['鄂温克族自治旗', 'Ewenki Autonomous Banner'],
  ['鄂伦春自治旗', 'Oroqen Autonomous Banner'],
  ['达尔罕茂明安联合旗', 'Darhan Muminggan United Banner'],
  ['兴安盟', 'Hinggan League'],
  ['大兴安岭地区', 'Da Hinggan Ling Prefecture'],
  ['神农架林区', 'Shennongjia Forestry District'],
  ['矿区', 'Kuangqu District'],
]);
