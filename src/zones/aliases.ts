/** How people shorten what a zone is: 经济技术开发区 is said 经开区. */
const shorter: readonly (readonly [long: string, short: string])[] = [
  ['经济技术开发区', '经开区'],
  ['高新技术产业开发区', '高新区'],
  ['高技术产业开发区', '高新区'],
  ['高新技术产业园区', '高新区'],
  ['新技术开发区', '高新区'],
  ['经济开发区', '经开区'],
  ['综合保税区', '综保区'],
  ['国家自主创新示范区', '自创区'],
  ['自由贸易试验区', '自贸区'],
  ['边境经济合作区', '边合区'],
  ['产业转移工业园区', '产业转移园'],
  ['工业园区', '工业园'],
  ['产业园区', '产业园'],
  ['国家旅游度假区', '旅游度假区'],
];

export interface Surroundings {
  /** As spoken: 江苏, 苏州. */
  readonly province: string;
  readonly city: string | undefined;
}

/** The short name: 相城经开区 for 相城经济技术开发区; undefined where the kind of zone has none. */
export function shortName(nameZh: string, around: Surroundings): string | undefined {
  const plain = withoutPrefix(nameZh, around.province);
  return shortened(plain);
}

/**
 * Every other name the rules give one zone: with and without its province and city, and with the kind of zone
 * shortened. Only the place part may never be lost: 经开区 alone names no zone.
 */
export function aliasesByRule(nameZh: string, around: Surroundings): string[] {
  const unbracketed = nameZh.replace(/^中国[（(](.+)[）)]/u, '$1').replace(/（含.+）$/u, '');
  const bare = withoutPrefix(unbracketed, around.province);
  const local = around.city ? withoutPrefix(bare, around.city) : bare;
  const withCity = around.city && !bare.includes(around.city) ? [around.city + local] : [];
  const long = [unbracketed, bare, local, ...withCity];
  const all = long.flatMap((name) => [name, shortened(name) ?? name]);
  return [...new Set(all)].filter((name) => name !== nameZh && name.length >= 4);
}

function withoutPrefix(name: string, place: string): string {
  if (!name.startsWith(place)) return name;
  const rest = name.slice(place.length).replace(/^(省|市|自治区)/u, '');
  return hasPlacePart(rest) ? rest : name;
}

/** Whether something of at least two characters stands before what kind of zone it is. */
function hasPlacePart(name: string): boolean {
  const kind = shorter.find(([long]) => name.endsWith(long))?.[0] ?? name.slice(-3);
  return name.length - kind.length >= 2;
}

function shortened(name: string): string | undefined {
  const [long, short] = shorter.find(([kind]) => name.endsWith(kind)) ?? [];
  return long && short && name.length - long.length >= 2 ? name.slice(0, -long.length) + short : undefined;
}

export interface Named {
  readonly code: string;
  readonly nameZh: string;
  readonly around: Surroundings;
}

/** The aliases of all zones together, without those that could mean two of them or are another zone's own name. */
export function unambiguousAliases(zones: readonly Named[]): Map<string, string[]> {
  const owners = new Map<string, Set<string>>();
  const claim = (name: string, code: string) => owners.set(name, (owners.get(name) ?? new Set()).add(code));
  for (const { code, nameZh } of zones) claim(nameZh, code);
  const claimed = zones.map(({ code, nameZh, around }) => ({ code, names: aliasesByRule(nameZh, around) }));
  for (const { code, names } of claimed) for (const name of names) claim(name, code);
  return new Map(claimed.map(({ code, names }) => [code, names.filter((name) => owners.get(name)?.size === 1)]));
}
