import fc from 'fast-check';
import { expect, test } from 'vitest';
import { darkRuns, qrSvg } from './qr.ts';

test('the runs of a row draw exactly its dark modules', () => {
  fc.assert(
    fc.property(fc.array(fc.boolean(), { maxLength: 60 }), (row) => {
      const drawn = row.map((_, x) => darkRuns(row).some(([start, length]) => x >= start && x < start + length));
      expect(drawn).toEqual(row);
    }),
  );
});

test('an address becomes a square picture with a quiet edge', () => {
  const svg = qrSvg('https://zone.example/zh/news/7');
  expect(svg).toMatch(/^<svg xmlns="http:\/\/www\.w3\.org\/2000\/svg" viewBox="0 0 (\d+) \1"/);
  expect(svg).not.toMatch(/M0 0h\d+v1|style=/);
});
