import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { albers, canvas, dotPath, onCanvas } from './dots.ts';

describe('the projection', () => {
  test('the central meridian is straight up', () => {
    expect(albers(105, 20).x).toBe(0);
    expect(albers(105, 50).x).toBe(0);
  });

  test('east is right, west is left by as much, south is down', () => {
    expect(albers(125, 35).x).toBeCloseTo(-albers(85, 35).x, 12);
    expect(albers(105, 20).y).toBeGreaterThan(albers(105, 50).y);
  });

  test('equal areas stay equal: a square degree is drawn as large as it is on the globe, anywhere', () => {
    const area = (lng: number, lat: number) => {
      const corners = [
        albers(lng, lat),
        albers(lng + 0.01, lat),
        albers(lng + 0.01, lat + 0.01),
        albers(lng, lat + 0.01),
      ];
      return Math.abs(corners.reduce((sum, a, at) => sum + crossed(a, corners[(at + 1) % 4] ?? a), 0) / 2);
    };
    const onGlobe = (lat: number) =>
      ((0.01 * Math.PI) / 180) * (Math.sin(((lat + 0.01) * Math.PI) / 180) - Math.sin((lat * Math.PI) / 180));
    fc.assert(
      fc.property(
        fc.double({ min: 73, max: 135, noNaN: true }),
        fc.double({ min: 18, max: 53, noNaN: true }),
        (lng, lat) => {
          expect(area(lng, lat) / onGlobe(lat)).toBeCloseTo(1, 4);
        },
      ),
    );
  });

  test.each([
    ['the Pamirs', 73.6, 39.4],
    ['the Ussuri', 135, 48.3],
    ['Mohe', 123.3, 53.5],
    ['Sanya', 109.5, 18.2],
  ])('%s lies on the drawing', (_, lng, lat) => {
    const { x, y } = onCanvas({ lng, lat });
    expect(x).toBeGreaterThan(10);
    expect(x).toBeLessThan(canvas.width - 10);
    expect(y).toBeGreaterThan(10);
    expect(y).toBeLessThan(canvas.height - 10);
  });
});

function crossed(a: { x: number; y: number }, b: { x: number; y: number }): number {
  return a.x * b.y - b.x * a.y;
}

describe('many dots as one path', () => {
  const point = fc.record({
    lng: fc.double({ min: 73, max: 135, noNaN: true }),
    lat: fc.double({ min: 18, max: 53, noNaN: true }),
  });

  test('each dot is where it belongs, and each spot is drawn once', () => {
    fc.assert(
      fc.property(fc.array(point), (points) => {
        let [x, y] = [0, 0];
        const drawn = [...dotPath(points).matchAll(/m(-?\d+) ?(-?\d+)h0/g)].map(([, dx, dy]) => {
          [x, y] = [x + Number(dx), y + Number(dy)];
          return `${x},${y}`;
        });
        const expected = points.map(onCanvas).map((spot) => `${spot.x},${spot.y}`);
        expect(drawn.sort()).toEqual([...new Set(expected)].sort());
      }),
    );
  });

  test('no dots, no path', () => expect(dotPath([])).toBe(''));
});
