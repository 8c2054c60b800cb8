import { inChinese } from '#text/chinese-number.ts';

/** How deep a heading stands: 一、 then （一） then 1. then (1). */
export type Level = 1 | 2 | 3 | 4;

const written: Readonly<Record<Level, (place: number) => string>> = {
  1: (place) => `${inChinese(place)}、`,
  2: (place) => `（${inChinese(place)}）`,
  3: (place) => `${place}. `,
  4: (place) => `(${place}) `,
};

/** Counts the headings of one document; each level begins anew below the one above it. */
export function headingNumbers(): (level: Level) => string {
  const counts = [0, 0, 0, 0];
  return (level) => {
    counts[level - 1] = (counts[level - 1] ?? 0) + 1;
    counts.fill(0, level);
    return written[level](counts[level - 1] ?? 0);
  };
}
