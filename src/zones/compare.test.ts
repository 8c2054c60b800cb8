import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { seedReference } from '../../tests/support/reference.ts';
import { compareAddress, distancesTo, mostCompared, parseCompare, sharedIndustries } from './compare.ts';
import { findForComparing } from './read-compare.server.ts';

describe('the address of a comparison', () => {
  test('names up to four zones, each once', () => {
    const codes = ['32101026', '32202016', '32101004', '33101001'];
    const { searchParams } = new URL(compareAddress('zh', [...codes, codes[0] ?? '']), 'http://x');
    expect(parseCompare(searchParams)).toEqual({ codes, refused: [] });
  });

  test('what is no code is said, and never an error', () => {
    expect(parseCompare(new URLSearchParams('zone=abc&zone=32101026'))).toEqual({
      codes: ['32101026'],
      refused: ['abc'],
    });
    fc.assert(
      fc.property(fc.array(fc.string()), (texts) => {
        const { codes } = parseCompare(new URLSearchParams(texts.map((text) => ['zone', text])));
        expect(codes.length).toBeLessThanOrEqual(mostCompared);
      }),
    );
  });
});

test('zones stand side by side in the order asked for, with what they share and how far apart they are', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const { zones } = await findForComparing(tx, { codes: ['33101001', '32101026'], refused: [] }, '');
    expect(zones.map((zone) => zone.code)).toEqual(['33101001', '32101026']);
    expect(sharedIndustries(zones)).toEqual(['automotive']);
    const [first] = zones;
    expect(first && distancesTo(first, zones)).toMatchObject([{ distance: { zh: '199 公里', en: '199 km' } }]);
  }));

test('a name in the field adds the zone it means, asks when it means several, and says when it means none', () =>
  inRollback(async (tx) => {
    await seedReference(tx);
    const request = { codes: ['33101001'], refused: [] };
    const added = await findForComparing(tx, request, '相城经开区');
    expect(added.zones.map((zone) => zone.code)).toEqual(['33101001', '32101026']);
    const asked = await findForComparing(tx, request, '相城');
    expect(asked.candidates.map((zone) => zone.code)).toEqual(['32101026', '32202016']);
    const unknown = await findForComparing(tx, { codes: ['99999999'], refused: [] }, '没有的开发区');
    expect(unknown).toEqual({ zones: [], candidates: [], refused: ['99999999', '没有的开发区'] });
  }));
