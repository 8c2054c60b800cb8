import { expect, test } from 'vitest';
import { placeNameEn, romanise } from './english.ts';
import { spokenName } from './place.ts';

test.each([
  ['苏州市', 'city', 'Suzhou'],
  ['相城区', 'district', 'Xiangcheng District'],
  ['单县', 'district', 'Shanxian County'],
  ['西安市', 'city', "Xi'an"],
  ['六安市', 'city', "Lu'an"],
  ['重庆市', 'province', 'Chongqing'],
  ['陕西省', 'province', 'Shaanxi'],
  ['山西省', 'province', 'Shanxi'],
  ['内蒙古自治区', 'province', 'Inner Mongolia'],
  ['香港特别行政区', 'province', 'Hong Kong SAR'],
  ['澳门特别行政区', 'province', 'Macao SAR'],
  ['台湾省', 'province', 'Taiwan Province'],
  ['哈尔滨市', 'city', 'Harbin'],
  ['拉萨市', 'city', 'Lhasa'],
  ['延边朝鲜族自治州', 'city', 'Yanbian Korean Autonomous Prefecture'],
  ['恩施土家族苗族自治州', 'city', 'Enshi Tujia and Miao Autonomous Prefecture'],
  ['锡林郭勒盟', 'city', 'Xilingol League'],
  ['浦东新区', 'district', 'Pudong New Area'],
  ['万柏林区', 'district', 'Wanbailin District'],
  ['成都市', 'city', 'Chengdu'],
  ['信都区', 'district', 'Xindu District'],
] as const)('%s, a %s, is %s', (zh, level, en) => {
  expect(placeNameEn(zh, level)).toBe(en);
});

test.each([
  ['苏州市', '苏州'],
  ['单县', '单县'],
  ['广西壮族自治区', '广西'],
  ['积石山保安族东乡族撒拉族自治县', '积石山'],
  ['双江拉祜族佤族布朗族傣族自治县', '双江'],
])('%s is spoken of as %s', (name, spoken) => {
  expect(spokenName(name)).toBe(spoken);
});

test('a syllable that begins with a vowel is set apart', () => expect(romanise('西安')).toBe("Xi'an"));
