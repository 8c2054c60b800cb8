/** A unit as it is written, in terms of the one it is kept in. */
export interface Unit {
  readonly unit: string;
  readonly times: number;
}

const scales: Readonly<Record<string, number>> = {
  十: 10,
  百: 100,
  千: 1000,
  万: 1e4,
  十万: 1e5,
  百万: 1e6,
  千万: 1e7,
  亿: 1e8,
  十亿: 1e9,
  百亿: 1e10,
  千亿: 1e11,
  万亿: 1e12,
  k: 1000,
  thousand: 1000,
  m: 1e6,
  mn: 1e6,
  million: 1e6,
  bn: 1e9,
  billion: 1e9,
  trillion: 1e12,
};

/** What is the same, and how many of the first one is. */
const same: Readonly<Record<string, readonly [unit: string, times: number]>> = {
  人民币: ['元', 1],
  元人民币: ['元', 1],
  yuan: ['元', 1],
  cny: ['元', 1],
  rmb: ['元', 1],
  美金: ['美元', 1],
  usd: ['美元', 1],
  dollars: ['美元', 1],
  'us dollars': ['美元', 1],
  eur: ['欧元', 1],
  euros: ['欧元', 1],
  公顷: ['亩', 15],
  ha: ['亩', 15],
  hectares: ['亩', 15],
  hectare: ['亩', 15],
  平方公里: ['亩', 1500],
  km2: ['亩', 1500],
  mu: ['亩', 1],
  平米: ['平方米', 1],
  m2: ['平方米', 1],
  sqm: ['平方米', 1],
  percent: ['%', 1],
  个百分点: ['%', 1],
  名: ['人', 1],
  people: ['人', 1],
  jobs: ['人', 1],
  enterprises: ['家', 1],
  companies: ['家', 1],
};

const kept = '元 美元 欧元 港元 日元 亩 平方米 % 人 人次 个 家 项 件 台 条 户 次 吨 吨标煤 千瓦时 天 年 月'.split(' ');

/** The unit a text is, with how many of the kept unit it stands for; a bare 万 is no unit, only a number. */
export function unitOf(text: string): Unit | undefined {
  const name = text.normalize('NFKC').toLowerCase().replace(/\s+/g, ' ').trim();
  const plain = plainUnit(name);
  if (plain) return plain;
  const [, scale = '', rest = ''] =
    /^([十百千万亿]+|(?:k|thousand|mn|million|m|bn|billion|trillion)(?= ))(.*)$/u.exec(name) ?? [];
  const times = scales[scale];
  const behind = plainUnit(rest.trim());
  if (times !== undefined && behind) return { unit: behind.unit, times: times * behind.times };
  return inEnglish(name);
}

function plainUnit(name: string): Unit | undefined {
  if (kept.includes(name)) return { unit: name, times: 1 };
  const [unit, times] = Object.hasOwn(same, name) ? (same[name] ?? []) : [];
  return unit !== undefined && times !== undefined ? { unit, times } : undefined;
}

/** `CNY 10,000`, `CNY million`: the unit in front, as English headers have it. */
function inEnglish(name: string): Unit | undefined {
  const [, unit = '', scale = ''] = /^([a-z]{2,3}) ?([\d,]+|[a-z]+)$/.exec(name) ?? [];
  const known = plainUnit(unit);
  const times = /\d/.test(scale) ? Number(scale.replaceAll(',', '')) : scaleOf(scale);
  return known && times ? { unit: known.unit, times: times * known.times } : undefined;
}

/** How many a word like 万 or million is. */
export function scaleOf(word: string): number | undefined {
  return Object.hasOwn(scales, word) ? scales[word] : undefined;
}
