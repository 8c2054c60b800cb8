import fc from 'fast-check';
import { expect, test } from 'vitest';
import { comparing, keysOf, tellingKeysOf, type Compared } from './alike.ts';

const project = (nameZh: string, more: Partial<Compared> = {}): Compared => ({
  ...{ nameZh, nameEn: '', investorId: null, investorName: '', site: '', ...more },
});
const by = (one: Compared, other: Compared) => comparing(one)(other).by;

test.each([
  ['澄光激光雷达产线项目', '澄光光电激光雷达产线', ['name']],
  ['年产10万台车载激光雷达项目', '车载激光雷达10万台', ['name']],
  ['澄光激光雷达产线', '某某生物医药产业园', []],
  ['新能源汽车电驱动项目', '新能源汽车电池壳体项目', []],
])('%s and %s are alike by %j', (one, other, expected) => {
  expect(by(project(one), project(other))).toEqual(expected);
});

test('the same investor and the same site are reasons to look, whatever the name', () => {
  const one = project('二期厂房', { investorId: 7, site: '澄阳路 8 号' });
  expect(by(one, project('研发中心', { investorId: 7 }))).toEqual(['investor']);
  expect(by(one, project('研发中心', { site: '澄阳路 8 号' }))).toEqual(['site']);
  expect(by(project('甲', { investorName: '澄光光电' }), project('乙', { investorName: '澄光光电' }))).toEqual([
    'investor',
  ]);
  expect(by(project('甲'), project('乙'))).toEqual([]);
});

test('whatever looks alike by name shares a key that is looked for', () => {
  const word = fc.array(fc.constantFrom(...'激光雷达产线电池壳体澄苏州新能源'), { minLength: 1, maxLength: 14 });
  const name = word.map((characters) => characters.join(''));
  // Names that have most of their characters in common, as names of one project have.
  const pair = fc
    .tuple(name, name, fc.nat(14))
    .map(([one, more, at]) => [one, one.slice(0, at) + more.slice(0, 3) + one.slice(at)] as const);
  fc.assert(
    fc.property(fc.oneof(pair, fc.tuple(name, name)), ([one, other]) => {
      fc.pre(by(project(one), project(other)).includes('name'));
      expect(tellingKeysOf(project(one)).some((key) => keysOf(project(other)).includes(key))).toBe(true);
    }),
  );
});
