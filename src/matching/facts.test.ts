import { describe, expect, test } from 'vitest';
import type { MatchDocument } from './document.ts';
import { factsOf, silentSide } from './facts.ts';
import { statisticsOf } from './statistics.ts';

const nothing = { organisation: '', texts: [] };
const facts = (need: Partial<MatchDocument>, other: Partial<MatchDocument>, outcomes?: [number, number]) =>
  factsOf(
    { need: { id: 'n', role: 'need', ...nothing, ...need }, other: { id: 'o', role: 'offer', ...nothing, ...other } },
    {
      statistics: statisticsOf([]),
      today: '2026-11-23',
      ...(outcomes && { outcomes: new Map([['', { agreements: outcomes[0], ended: outcomes[1] }]]) }),
    },
  );

describe('facts of a need and an offer', () => {
  test('what nobody said is neither for nor against', () => {
    expect(Object.values(facts({}, {})).filter((fact) => fact !== undefined)).toEqual([]);
  });

  test('a laboratory result is too early for a need of next month, and not for one of the year after next', () => {
    const laboratory = { stage: 'laboratory' } as const;
    expect(facts({ deadline: '2026-12-23' }, laboratory).stage).toBeLessThan(0.1);
    expect(facts({ deadline: '2028-12-23' }, laboratory).stage).toBe(1);
  });

  test('a price within the budget fits, one of twice the budget half', () => {
    expect(facts({ budget: { high: 100 } }, { budget: { low: 80 } }).budget).toBe(1);
    expect(facts({ budget: { high: 100 } }, { budget: { low: 200 } }).budget).toBe(0.5);
  });

  test('disciplines of one branch are nearer than those of one discipline', () => {
    const of = (code: string) => facts({ disciplines: ['43020'] }, { disciplines: [code] }).discipline;
    expect([of('4302010'), of('43030'), of('18010')]).toEqual([1, 0.5, 0]);
  });

  test('the same city is nearer than the same province, and that nearer than elsewhere', () => {
    const of = (province: string, city: string) =>
      facts({ region: { province: '32', city: '3205' } }, { region: { province, city } }).region ?? Number.NaN;
    expect(of('32', '3205')).toBeGreaterThan(of('32', '3201'));
    expect(of('32', '3201')).toBeGreaterThan(of('44', '4403'));
  });

  test('one failure says less than ten', () => {
    const of = (agreements: number, ended: number) => facts({}, {}, [agreements, ended]).outcomes ?? Number.NaN;
    expect(of(0, 1)).toBeGreaterThan(of(0, 10));
    expect(of(9, 1)).toBeGreaterThan(of(1, 9));
  });

  test('who has not said something is named, and an institute is not asked for a price', () => {
    const need: MatchDocument = { id: 'n', role: 'need', ...nothing, budget: { high: 1 } };
    const offer: MatchDocument = { id: 'o', role: 'offer', ...nothing };
    expect(silentSide({ need, other: offer }, 'budget')).toBe('offer');
    expect(silentSide({ need, other: { ...offer, role: 'institute' } }, 'budget')).toBeUndefined();
  });
});
