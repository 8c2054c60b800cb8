import type { TwoText } from '../lang.ts';

/** The page of a province, city or district. */
export const placeWords = {
  places: { zh: '地区', en: 'Places' },
  noPlace: { zh: '没有这个代码的地区。', en: 'No place has this code.' },
  title: (place: string): TwoText => ({ zh: `${place}的开发区`, en: `Development zones in ${place}` }),
  lead: ({ national, provincial }: { national: number; provincial: number }): TwoText => ({
    zh: `国家级 ${national} 个，省级 ${provincial} 个。`,
    en: `${national} national and ${provincial} provincial.`,
  }),
  none: {
    zh: '名录中没有位于该地区的开发区。',
    en: 'The directory has no zone in this place.',
  },
  notMainland: {
    zh: 'GB/T 37028-2018 的开发区名录不含香港、澳门和台湾，因此这里没有开发区。',
    en: 'The zone register of GB/T 37028-2018 does not cover Hong Kong, Macao and Taiwan, so none is listed here.',
  },
  code: { zh: '行政区划代码', en: 'Division code' },
  source: { zh: 'GB/T 2260', en: 'GB/T 2260' },
  parts: { zh: '下辖地区', en: 'Within it' },
  part: { zh: '地区', en: 'Place' },
  national: { zh: '国家级', en: 'National' },
  provincial: { zh: '省级', en: 'Provincial' },
  unknownPart: { zh: '名称中未指明', en: 'Not told by the name' },
  withoutZones: { zh: '没有开发区的地区', en: 'Places without zones' },
  types: { zh: '按类型', en: 'By type' },
  zones: { zh: '开发区', en: 'Zones' },
  allInDirectory: (n: number): TwoText => ({
    zh: `在名录中查看全部 ${n} 个`,
    en: `See all ${n} in the directory`,
  }),
  mapOf: (place: string): TwoText => ({
    zh: `${place}的开发区在全国的位置`,
    en: `Where the zones of ${place} lie in China`,
  }),
  legendHere: { zh: '该地区的开发区', en: 'Zones in this place' },
  legendOther: { zh: '其他开发区', en: 'Other zones' },
} as const;
