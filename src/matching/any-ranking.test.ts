import fc from 'fast-check';
import { expect, test } from 'vitest';
import { segment } from '#text/segment.server.ts';
import { prepare, type Prepared } from './prepare.ts';
import { rank } from './rank.ts';
import { createShortlist } from './shortlist.ts';
import { statisticsOf } from './statistics.ts';

const words = [
  '晶圆',
  '陶瓷',
  '末端执行器',
  'AGV',
  '自动导引车',
  '铝合金',
  '压铸',
  '污水',
  '传感器',
  '研发',
  '的',
  '小麦',
  'robot',
];
const title = fc.array(fc.constantFrom(...words), { minLength: 1, maxLength: 6 }).map((some) => some.join(' '));
const offers = fc.uniqueArray(title, { minLength: 1, maxLength: 12 }).map((titles) => titles.map(offer));

function offer(text: string): Prepared {
  return prepare({ id: text, role: 'offer', organisation: text, texts: [{ lang: 'zh', title: text }] }, segment);
}

function need(text: string): Prepared {
  return prepare({ id: 'need', role: 'need', organisation: 'need', texts: [{ lang: 'zh', title: text }] }, segment);
}

test('with the same statistics, another candidate changes nothing about the others', () => {
  fc.assert(
    fc.property(title, offers, title, (asked, all, another) => {
      const context = { statistics: statisticsOf(all), today: '2026-11-23' };
      const without = rank(need(asked), all, context);
      const extra = { ...offer(another), document: { ...offer(another).document, id: 'another' } };
      const withIt = rank(need(asked), [extra, ...all.toReversed()], context);
      expect(withIt.filter(({ id }) => id !== 'another')).toEqual(without);
    }),
    { numRuns: 40 },
  );
});

test('every score is within 0 and 1 and the sum of its parts, none of which is above its most', () => {
  fc.assert(
    fc.property(title, offers, (asked, all) => {
      for (const { score, parts } of rank(need(asked), all, { statistics: statisticsOf(all), today: '2026-11-23' })) {
        expect(score).toBeGreaterThanOrEqual(0);
        expect(score).toBeLessThanOrEqual(1);
        expect(parts.reduce((sum, { points }) => sum + points, 0)).toBeCloseTo(score, 10);
        for (const { points, most } of parts) expect(points).toBeLessThanOrEqual(most + 1e-9);
      }
    }),
  );
});

test('what the shortlist puts first, without the common characters, ranking puts first or little lower', () => {
  fc.assert(
    fc.property(title, offers, (asked, all) => {
      const statistics = statisticsOf([need(asked), ...all]);
      const shortlist = createShortlist(statistics);
      for (const one of all) shortlist.put(one);
      const ranked = rank(need(asked), all, { statistics, today: '2026-11-23' });
      const scores = new Map(ranked.map(({ id, score }) => [id, score]));
      const [first] = shortlist.best(need(asked), 3);
      if (first !== undefined) expect(scores.get(first)).toBeGreaterThan((ranked[0]?.score ?? Number.NaN) - 0.2);
    }),
  );
});

test('a document that was put again stands in the shortlist once, and one that was removed not at all', () => {
  const all = [offer('晶圆 陶瓷'), offer('陶瓷 压铸')];
  const shortlist = createShortlist(statisticsOf(all));
  for (const one of [...all, ...all]) shortlist.put(one);
  expect(shortlist.best(need('陶瓷'), 9).toSorted()).toEqual(['晶圆 陶瓷', '陶瓷 压铸']);
  shortlist.remove('晶圆 陶瓷');
  expect(shortlist.best(need('陶瓷'), 9)).toEqual(['陶瓷 压铸']);
});
