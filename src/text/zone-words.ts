/** The type of a zone as the catalogue writes it in full, and as people say it. Longest first where one ends another. */
export const zoneShortForms: readonly (readonly [full: string, short: string])[] = [
  ['经济技术开发区', '经开区'],
  ['高新技术产业开发区', '高新区'],
  ['高新技术产业园区', '高新区'],
  ['农业高新技术产业示范区', '农高区'],
  ['海关特殊监管区域', '海关监管区'],
  ['综合保税区', '综保区'],
  ['保税物流中心', '保税中心'],
  ['保税物流园区', '保税园区'],
  ['保税港区', '保税港'],
  ['自由贸易试验区', '自贸区'],
  ['自由贸易港', '自贸港'],
  ['边境经济合作区', '边合区'],
  ['跨境经济合作区', '跨合区'],
  ['出口加工区', '加工区'],
  ['旅游度假区', '度假区'],
  ['台商投资区', '台商区'],
  ['经济开发区', '经开区'],
  ['产业开发区', '产业区'],
  ['工业园区', '园区'],
  ['工业集中区', '集中区'],
  ['产业园区', '园区'],
  ['国家级新区', '新区'],
  ['自主创新示范区', '自创区'],
  ['临空经济示范区', '临空区'],
];

/** A zone's name with its type shortened: 相城经济技术开发区 → 相城经开区. Nothing when its type has no short form. */
export function shortZoneName(name: string): string | undefined {
  const form = zoneShortForms.find(([full]) => name.length > full.length && name.endsWith(full));
  return form && name.slice(0, -form[0].length) + form[1];
}

/** What a word for a type of zone may also be called: 高新区 → 高新技术产业开发区, 高新技术产业园区, and the other way. */
export function otherZoneWords(word: string): string[] {
  return zoneShortForms.flatMap(([full, short]) => (word === short ? [full] : word === full ? [short] : []));
}
