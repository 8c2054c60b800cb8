import fc from 'fast-check';
import { expect, test } from 'vitest';
import { proposalsIn } from './plan.ts';
import { told } from '../../tests/support/proposals.ts';
import { unitNamed } from './plan-units.ts';

const year = 2026;
const found = (text: string) => proposalsIn(text, year).map(told);

const document = `相城区产业集群建设实施方案（2024—2026年）
为加快产业集群建设，结合我区实际，制定本方案。
一、总体要求
以高质量发展为主题，坚持项目为王。
二、主要目标
到2026年，打造3个千亿级产业集群：电子信息、装备制造、生物医药，规上工业总产值达到3500亿元。
三、重点任务
（一）做强主导产业
1. 建设中试基地。依托高铁新城建设中试基地，2026年6月底前建成投用。（责任单位：区科技局、高铁新城）
2. 引进链主企业。2026年底前引进链主企业10家。（责任单位：招商局）
（二）提升创新能力。2026年3月底前，出台科创平台管理办法。（责任单位：科技局）
四、保障措施
（一）加强组织领导。成立工作专班，统筹推进各项工作。
`;

test('a whole plan is read in its order: goals from headings, and beneath them what they hold', () => {
  expect(found(document)).toEqual([
    '集群 电子信息 thousand-yi',
    '集群 装备制造 thousand-yi',
    '集群 生物医药 thousand-yi',
    '指标 规上工业总产值 3500亿元 2026-12-31',
    '目标 做强主导产业',
    '任务 建设中试基地 2026-06-30 区科技局、高铁新城',
    '任务 引进链主企业 2026-12-31 招商局',
    '目标 提升创新能力',
    '任务 出台科创平台管理办法 2026-03-31 科技局',
  ]);
  const all = proposalsIn(document, year);
  const under = (at: number) => all[all[at]?.under ?? -1]?.values;
  expect([under(5), under(8)]).toMatchObject([{ title: '做强主导产业' }, { title: '提升创新能力' }]);
});

const english = `Implementation plan for industrial clusters (2024-2026)
I. Main goals
By 2026, industrial output will reach 350 billion yuan.
II. Key tasks
(I) Strengthen the leading industries
1. Build the pilot base. Complete the pilot base by June 2026 (lead: Science Bureau; with: New Town Office).
(II) Support innovation, from idea to product
1. Publish the rules for shared equipment by March 2026 (lead: Science Bureau).
III. Safeguards
(I) Strengthen leadership
`;

test('a plan in English is read the same way', () => {
  expect(found(english)).toEqual([
    '指标 industrial output 350billion yuan 2026-12-31',
    '目标 Strengthen the leading industries',
    '任务 Build the pilot base 2026-06-30 Science Bureau、New Town Office',
    '目标 Support innovation, from idea to product',
    '任务 Publish the rules for shared equipment 2026-03-31 Science Bureau',
  ]);
});

test('marks stand in their sentence, none over another, and every sentence is one of the document', () => {
  fc.assert(
    fc.property(fc.shuffledSubarray(document.split('\n')), (lines) => {
      const text = lines.join('\n');
      for (const { sentence, marks } of proposalsIn(text, year)) {
        let before = 0;
        for (const { start, end } of marks) {
          expect(start).toBeGreaterThanOrEqual(before);
          expect(end).toBeGreaterThan(start);
          expect(end).toBeLessThanOrEqual(sentence.length);
          before = end;
        }
      }
    }),
  );
});

test('any text is read, and in time', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'grapheme', maxLength: 400 }), (text) => Array.isArray(proposalsIn(text, year))),
  );
  const long = '到2026年，打造、'.repeat(3000) + '建设'.repeat(3000) + '（'.repeat(3000) + '1'.repeat(3000);
  const began = performance.now();
  proposalsIn(long, year);
  expect(performance.now() - began).toBeLessThan(2000);
});

test('a unit is meant by its short name, with the district in front or without, and only where it is one', () => {
  const units = [
    { id: 1, name: '相城区科技局' },
    { id: 2, name: '工信局' },
    { id: 3, name: '元和街道' },
  ];
  expect(['科技局', '区科技局', '相城区工信局', '街道'].map((name) => unitNamed(units, name))).toEqual([
    1,
    1,
    2,
    undefined,
  ]);
  expect(unitNamed([...units, { id: 4, name: '区科技局' }], '科技局')).toBeUndefined();
});
