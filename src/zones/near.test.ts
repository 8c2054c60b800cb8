import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceInWords, nearestTo } from './near.ts';

const xiangcheng = { code: '32101026', lng: 120.613, lat: 31.469, basis: 'own' as const };

const zone = fc.record({
  code: fc.stringMatching(/^[1-6]\d{7}$/),
  lng: fc.double({ min: 73, max: 135, noNaN: true }),
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
  basis: fc.constantFrom('own' as const, 'place' as const),
});

test('the nearest come first, and a zone is not its own neighbour', () => {
  fc.assert(
    fc.property(fc.array(zone), (others) => {
      const near = nearestTo(xiangcheng, [xiangcheng, ...others], 5);
      expect(near.map((one) => one.km)).toEqual(near.map((one) => one.km).sort((a, b) => a - b));
      expect(near.map((one) => one.code)).not.toContain('32101026');
    }),
  );
});

test.each([
  [
    { km: 3.42, approximate: false },
    { zh: '3.4 公里', en: '3.4 km' },
  ],
  [
    { km: 12.6, approximate: false },
    { zh: '13 公里', en: '13 km' },
  ],
  [
    { km: 12.6, approximate: true },
    { zh: '约 13 公里', en: 'about 13 km' },
  ],
  [
    { km: 0, approximate: true },
    { zh: '同一市县', en: 'same city or county' },
  ],
])('%j is said %j', (distance, said) => {
  expect(distanceInWords(distance)).toEqual(said);
});
