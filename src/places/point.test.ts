import fc from 'fast-check';
import { expect, test } from 'vitest';
import { distanceKm, gcj02FromWgs84, wgs84FromGcj02 } from './point.ts';

const inChina = fc.record({
  lng: fc.double({ min: 74, max: 134, noNaN: true }),
  lat: fc.double({ min: 18, max: 53, noNaN: true }),
});

test('the centre of Beijing lies some six hundred metres from where public maps draw it', () => {
  const shifted = { lng: 116.404, lat: 39.915 };
  const real = wgs84FromGcj02(shifted);
  expect(real.lng).toBeCloseTo(116.39776, 4);
  expect(real.lat).toBeCloseTo(39.9136, 4);
});

test('shifting the converted point gives the point back, everywhere in China', () => {
  fc.assert(
    fc.property(inChina, (point) => {
      expect(distanceKm(gcj02FromWgs84(wgs84FromGcj02(point)), point)).toBeLessThan(0.001);
    }),
  );
});

test('the shift is never more than a kilometre', () => {
  fc.assert(
    fc.property(inChina, (point) => {
      expect(distanceKm(wgs84FromGcj02(point), point)).toBeLessThan(1);
    }),
  );
});

test('Suzhou to Shanghai is about 85 km, and as far back', () => {
  const suzhou = { lng: 120.585, lat: 31.299 };
  const shanghai = { lng: 121.474, lat: 31.23 };
  expect(distanceKm(suzhou, shanghai)).toBeCloseTo(84.9, 0);
  expect(distanceKm(shanghai, suzhou)).toBe(distanceKm(suzhou, shanghai));
});
