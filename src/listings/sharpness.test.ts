import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import type { Draft } from './draft.ts';
import { sharpnessOf } from './sharpness.ts';
import { needChecks, offerChecks } from './sharpness-checks.ts';
import { twoInOne } from './sharpness-split.ts';
import { figuresIn, vagueIn } from './sharpness-vague.ts';

const nothing: Draft = {
  ...{ side: 'need', lang: 'zh', title: '', summary: '', body: '', tried: '', conditions: '', decider: '' },
  ...{ advantage: '', proof: '', fields: '', targets: [], deadline: undefined, stage: undefined },
};

const vagueNeed: Draft = {
  ...nothing,
  title: '提升产品质量',
  body: '希望引进国际先进技术，大幅提升产品质量，达到行业领先水平。',
};

const sharpNeed: Draft = {
  ...nothing,
  title: '扫地机器人滚刷轴承降噪',
  body: '现有滚刷轴承在转速 1,800 转每分时噪声为 62 dB，用户退货中 11% 与噪声有关。噪声主要来自塑料保持架与钢球的撞击，更换油脂后两周内反弹。',
  tried: '换过三种油脂和一种进口轴承，成本高出 4 元一件。',
  conditions: '外形尺寸不变，单件成本不高于 2.5 元，材料通过食品接触以外的环保检测。',
  decider: '分管研发的副总经理',
  targets: [{ name: '整机噪声', value: 56, unit: 'dB' }],
  deadline: '2027-06-30',
};

describe('the score', () => {
  test('the points of all checks add up to a hundred, for both sides', () => {
    for (const checks of [needChecks, offerChecks]) expect(checks.reduce((sum, { of }) => sum + of, 0)).toBe(100);
  });

  test('an empty draft has none, and is told what to begin with', () => {
    const { score, level, reasons } = sharpnessOf(nothing);
    expect([score, level]).toEqual([0, 'vague']);
    expect(reasons[0]?.key).toBe('figure');
  });

  test('a wish without a number, a condition, an owner or a deadline is vague', () => {
    const { level, reasons } = sharpnessOf(vagueNeed);
    expect(level).toBe('vague');
    const lost = reasons.filter(({ points, of }) => points < of).map(({ key }) => key);
    expect(lost).toEqual(expect.arrayContaining(['figure', 'plain', 'conditions', 'decider', 'deadline', 'tried']));
    expect(reasons.find(({ key }) => key === 'plain')?.found).toEqual(['提升产品质量', '希望引进国际先进技术']);
  });

  test('the same wish with all of that is sharp, and nothing is left to mend', () => {
    const { score, level, reasons } = sharpnessOf(sharpNeed);
    expect([score, level]).toEqual([100, 'sharp']);
    expect(reasons.every(({ points, of }) => points === of)).toBe(true);
  });

  test('figures that stand in the text alone count half, because filters do not read them', () => {
    const figure = sharpnessOf({ ...sharpNeed, targets: [] }).reasons.find(({ key }) => key === 'figure');
    expect(figure).toMatchObject({ points: 12.5, found: ['1,800 转', '62 dB', '11%'] });
  });

  test('an offer is asked for its stage, its proof and its fields of use', () => {
    const offer = { ...nothing, side: 'offer' as const, title: '铝合金半固态压铸工艺' };
    const keys = sharpnessOf(offer).reasons.map(({ key }) => key);
    expect(keys).toEqual(expect.arrayContaining(['stage', 'proof', 'fields', 'what-it-does']));
    expect(keys).not.toContain('deadline');
  });

  test('filling in one more field never lowers it', () => {
    const field = fc.constantFrom('tried', 'conditions', 'decider', 'proof', 'fields');
    const filled = fc.record({ side: fc.constantFrom('need' as const, 'offer' as const), field });
    fc.assert(
      fc.property(filled, ({ side, field: name }) => {
        const draft = { ...sharpNeed, side, tried: '', decider: '', proof: '', fields: '', conditions: '' };
        const more = sharpnessOf({ ...draft, [name]: '厚度 3 毫米以内' });
        expect(more.score).toBeGreaterThanOrEqual(sharpnessOf(draft).score);
      }),
    );
  });

  test('any text is judged, between nought and a hundred', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary' }), fc.string({ unit: 'grapheme' }), (title, body) => {
        const { score } = sharpnessOf({ ...nothing, title, body });
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(100);
      }),
    );
  });
});

describe('vague words', () => {
  test.each([
    ['大幅提高耐磨性', ['大幅提高耐磨性']],
    ['耐磨性提高 30%', []],
    ['提高耐磨性，磨损量低于 0.02 毫米。', []],
    ['外观良好。尺寸公差 ±0.01 mm。', ['外观良好']],
    ['We want to significantly improve yield.', ['We want to significantly impro…']],
    ['Improve yield from 82 % to 95 %.', []],
    ['A smartphone for blind people.', []],
    ['2024年启动', []],
  ])('%s', (text, found) => {
    expect(vagueIn(text)).toEqual(found);
  });

  test.each([
    ['温度 1,200 ℃，压力≥3.5MPa，周期 45 天', ['1,200 ℃', '≥3.5MPa', '45 天']],
    ['自 2024年 起，计划 2 年完成', ['2 年']],
    ['厚度 0.2-0.3 mm', ['0.2-0.3 mm']],
    ['第 3 代产品，型号 8080', []],
    ['within 6 months, 40 % less', ['6 months', '40 %']],
  ])('figures in: %s', (text, found) => {
    expect(figuresIn(text)).toEqual(found);
  });
});

describe('two in one', () => {
  test.each([
    ['高温合金叶片铸造工艺与车间能耗管理系统', ''],
    ['压铸模具寿命检测和仓库搬运机器人采购', ''],
    ['Laser welding process and payroll software', ''],
    ['生产线改造', '1、需要解决压铸件气孔率偏高。2、寻求员工食堂订餐小程序。'],
    ['滚刷轴承降噪', '噪声偏高。另外还希望招聘两名财务经理。'],
  ])('%s %s', (title, body) => {
    expect(twoInOne(title, body)).toHaveLength(2);
  });

  test.each([
    ['烧结模具新材料的研发及产业化关键技术研究', ''],
    ['锂电池隔膜涂覆技术与设备', ''],
    ['碳纤维与环氧树脂的界面结合技术', ''],
    ['废水处理', '要求：1、化学需氧量低于 50 mg/L；2、占地不超过 200 平方米。'],
    ['压铸件气孔检测', '1、需要检测压铸件内部气孔。2、需要检测压铸件表面气孔。'],
    ['滚刷轴承降噪', '噪声偏高。另外还希望解决轴承降噪后的密封。'],
    ['', ''],
  ])('and one thing is one: %s %s', (title, body) => {
    expect(twoInOne(title, body)).toEqual([]);
  });
});
