import type { TwoText } from '#language/lang.ts';
import type { Point } from './point.ts';

export const placeLevels = ['province', 'city', 'district'] as const;
export type PlaceLevel = (typeof placeLevels)[number];

export interface Place {
  readonly code: string;
  readonly level: PlaceLevel;
  readonly name: TwoText;
  readonly provinceCode: string;
  readonly cityCode: string | undefined;
  /** Its seat of government, WGS-84. */
  readonly centre: Point | undefined;
}

/** The peoples whose names stand in the names of autonomous places. */
const peoples = new Map(
  `蒙古 Mongol|回 Hui|藏 Tibetan|维吾尔 Uygur|苗 Miao|彝 Yi|壮 Zhuang|布依 Bouyei|朝鲜 Korean|满 Manchu|侗 Dong|瑶 Yao|白 Bai
土家 Tujia|哈尼 Hani|哈萨克 Kazak|傣 Dai|黎 Li|傈僳 Lisu|佤 Va|畲 She|拉祜 Lahu|水 Sui|东乡 Dongxiang|纳西 Naxi|柯尔克孜 Kirgiz
土 Tu|达斡尔 Daur|仫佬 Mulao|羌 Qiang|布朗 Blang|撒拉 Salar|毛南 Maonan|仡佬 Gelao|锡伯 Xibe|普米 Pumi|怒 Nu|独龙 Derung
裕固 Yugur|保安 Bonan|景颇 Jingpo|塔吉克 Tajik|鄂温克 Ewenki|各 Multi-Ethnic`
    .split(/[|\n]/)
    .map((entry) => entry.split(' ') as [string, string]),
);
const people = [...peoples.keys()].sort((a, b) => b.length - a.length).join('|');
const autonomous = new RegExp(`^(.{2,}?)((?:(?:${people})族?)+)(?:自治[区州县旗])$`, 'u');
const common = /(特别行政区|自治[区州县旗]|联合旗|地区|特区|(?<=神农架)林区|矿区|新区|省|市|区|县|旗|盟)$/u;

/** The place's name as people say it: 苏州 for 苏州市, 相城 for 相城区; a name of two characters stays whole. */
export function spokenName(nameZh: string): string {
  const stem = autonomous.exec(nameZh)?.[1] ?? nameZh.replace(common, '');
  return stem.length >= 2 ? stem : nameZh;
}

/** The peoples an autonomous place is named for, in English. */
export function peopleOf(nameZh: string): string[] {
  const found = autonomous.exec(nameZh)?.[2]?.match(new RegExp(people, 'gu')) ?? [];
  return found.map((name) => peoples.get(name) ?? name);
}
