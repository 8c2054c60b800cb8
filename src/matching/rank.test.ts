import { describe, expect, test } from 'vitest';
import { segment } from '#text/segment.server.ts';
import type { MatchDocument } from './document.ts';
import { prepare } from './prepare.ts';
import { rank } from './rank.ts';
import { statisticsOf } from './statistics.ts';

const told = (facts: Pick<MatchDocument, 'id' | 'role' | 'region'>, title: string) =>
  prepare({ ...facts, organisation: `of ${facts.id}`, texts: [{ lang: 'zh', title }] }, segment);

const suzhou = { city: '苏州市' };
const need = told({ id: 'need', role: 'need', region: suzhou }, '晶圆搬运机器人末端执行器的陶瓷材料');
const offers = [
  told({ id: 'ceramics', role: 'offer', region: suzhou }, '碳化硅陶瓷末端执行器'),
  told({ id: 'garlic', role: 'offer', region: suzhou }, '大蒜播种机'),
  told({ id: 'robots', role: 'offer', region: { city: '深圳市' } }, '工业机器人视觉引导'),
];
const context = { statistics: statisticsOf([need, ...offers]), today: '2026-11-23' };

describe('ranking', () => {
  test('the offer that speaks of the same things comes first', () => {
    expect(rank(need, offers, context).map(({ id }) => id)).toEqual(['ceramics', 'robots', 'garlic']);
  });

  test('words that differ meet by the character they share, and the explanation shows it', () => {
    const welding = told({ id: 'welding', role: 'need' }, '轧辊堆焊');
    const [first] = rank(welding, [told({ id: 'seams', role: 'offer' }, '补焊'), ...offers], {
      ...context,
      statistics: statisticsOf([
        welding,
        ...['补焊', '焊丝', '大蒜', '豆腐'].map((one) => told({ id: one, role: 'offer' }, one)),
      ]),
    });
    expect(first?.id).toBe('seams');
    expect(first?.parts.find(({ name }) => name === 'text')?.met?.map(({ asked }) => asked)).toContain('焊');
  });

  test('the parts of an explanation add up to the score', () => {
    for (const { score, parts } of rank(need, offers, context)) {
      expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
      const text = parts.find(({ name }) => name === 'text');
      const shares = [...(text?.met ?? []), ...(text?.sharedFields ?? [])].map(({ points }) => points);
      expect(shares.reduce((sum, points) => sum + points, 0)).toBeCloseTo(text?.points ?? Number.NaN, 10);
    }
  });

  test('the order in which candidates are handed in changes nothing', () => {
    expect(rank(need, offers.toReversed(), context)).toEqual(rank(need, offers, context));
  });

  test('a need and an offer have the same score from both sides', () => {
    const [first] = rank(need, offers, context);
    const ceramics = offers.filter(({ document: { id } }) => id === 'ceramics');
    expect(ceramics.flatMap((offer) => rank(offer, [need], context))[0]?.score).toBe(first?.score);
  });

  test('a declined pair never comes back', () => {
    const declines = [{ need: 'need', offer: 'ceramics', organisation: 'of ceramics', reason: 'price' }];
    expect(rank(need, offers, { ...context, declines }).map(({ id }) => id)).not.toContain('ceramics');
  });

  test('an organisation that the need asks for by name stands before others that have as little to say', () => {
    const asking = { ...need, document: { ...need.document, wanted: ['of garlic'] } };
    const garlic = (asked: typeof need) => rank(asked, offers, context).find(({ id }) => id === 'garlic')?.score ?? 0;
    expect(garlic(asking)).toBeGreaterThan(garlic(need));
  });

  test('nobody is matched with their own organisation', () => {
    const own = prepare({ ...need.document, id: 'own', role: 'offer' }, segment);
    expect(rank(need, [own], context)).toEqual([]);
  });
});

test('two texts that only measure alike are not said to speak of the same', () => {
  const asked = told({ id: 'need', role: 'need', region: suzhou }, '水泵密封平均 800 小时以内更换一次');
  const seal = told({ id: 'seal', role: 'offer', region: suzhou }, '密封环每 4000 小时更换一次');
  const film = told({ id: 'film', role: 'offer', region: suzhou }, '镀膜 96 小时以内完成一次');
  const statistics = statisticsOf([asked, seal, film]);
  const says = new Map(rank(asked, [seal, film], { ...context, statistics }).map((one) => [one.id, one.sentence.zh]));
  expect(says.get('seal')).toContain('密封');
  for (const sentence of says.values()) expect(sentence).not.toMatch(/小时|一次|以内/);
});
