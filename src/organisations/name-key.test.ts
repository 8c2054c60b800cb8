import { expect, test } from 'vitest';
import { nameKey } from './name-key.ts';

const places = [
  { code: '320000', nameZh: '江苏省' },
  { code: '320500', nameZh: '苏州市' },
  { code: '320507', nameZh: '相城区' },
  { code: '320100', nameZh: '南京市' },
  { code: '440300', nameZh: '深圳市' },
];
const keyOf = (name: string) => nameKey(name, places);

test.each([
  ['腾讯科技（深圳）有限公司', '腾讯科技', '4403'],
  ['腾讯科技(深圳)有限公司', '腾讯科技', '4403'],
  ['深圳市腾讯科技有限公司', '腾讯科技', '4403'],
  ['騰訊科技股份有限公司', '腾讯科技', ''],
  ['江苏省苏州市相城区某某新材料（集团）股份有限公司', '某某新材料', '320507'],
  ['某某新材料集团有限公司', '某某新材料', ''],
  ['ＡＢＢ  机器人　有限公司', 'abb机器人', ''],
  ['Acme Robotics (Suzhou) Co., Ltd.', 'acmeroboticssuzhou', ''],
  ['ACME ROBOTICS CO LTD', 'acmerobotics', ''],
])('%s comes down to %s', (name, key, place) => {
  expect(keyOf(name)).toEqual({ key, place });
});

test('universities of two cities stay two: what would be left is no name', () => {
  expect(keyOf('苏州大学')).toEqual({ key: '苏州大学', place: '' });
  expect(keyOf('南京大学')).toEqual({ key: '南京大学', place: '' });
});

test('where something is left, the place tells them apart', () => {
  expect(keyOf('南京工业大学')).toEqual({ key: '工业大学', place: '3201' });
  expect(keyOf('苏州工业大学')).toEqual({ key: '工业大学', place: '3205' });
});

test('a name that is nothing but its form, its place or signs still has a key or none, and never fails', () => {
  expect(keyOf('有限公司').key).toBe('有限公司');
  expect(keyOf('苏州市').key).toBe('苏州市');
  expect(keyOf('（——）').key).toBe('');
});
