import type { TwoText } from '#language/lang.ts';
import type { ZoneLevel } from './zone.ts';

export interface ZoneType {
  readonly code: string;
  readonly level: ZoneLevel;
  readonly name: TwoText;
}

/** The types of GB/T 37028-2018 by the three digits that stand in the middle of every code. */
export const zoneTypes: readonly ZoneType[] = [
  type('101', '经济技术开发区', 'Economic and technological development zone'),
  type('102', '国家级新区', 'State-level new area'),
  type('103', '高新技术产业开发区', 'High-tech industrial development zone'),
  type('104', '海关特殊监管区域', 'Customs special supervision area'),
  type('105', '边境经济合作区', 'Border economic cooperation zone'),
  type('106', '跨境经济合作区', 'Cross-border economic cooperation zone'),
  type('107', '国家自主创新示范区', 'National innovation demonstration zone'),
  type('108', '重点开发开放试验区', 'Key development and opening-up pilot zone'),
  type('109', '内陆开放型经济试验区', 'Inland open economy pilot zone'),
  type('110', '自由贸易试验区', 'Pilot free trade zone'),
  type('111', '国家可持续发展议程创新示范区', 'Sustainable development innovation demonstration zone'),
  type('199', '其他国家级经济功能区', 'Other national zone'),
  type('201', '省级经济开发区', 'Provincial economic development zone'),
  type('202', '省级高新技术产业园区', 'Provincial high-tech industrial park'),
  type('299', '其他省级经济功能区', 'Other provincial zone'),
];

function type(code: string, zh: string, en: string): ZoneType {
  return { code, level: code.startsWith('1') ? 'national' : 'provincial', name: { zh, en } };
}

const byCode = new Map(zoneTypes.map((one) => [one.code, one]));

/** What a type is called; a code outside the standard is called by itself. */
export function typeName(code: string): TwoText {
  return byCode.get(code)?.name ?? { zh: code, en: code };
}
