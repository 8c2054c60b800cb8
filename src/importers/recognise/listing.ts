import { worthOf } from './density.ts';
import type { Line } from './lines.ts';
import { findTimes } from './times.ts';
import { isInside, type Element } from './tree.ts';

const shortDate = /(?<!\d)\d{1,2}[-/.月]\d{1,2}(?:日)?(?!\d)/;

/** Whether what was taken for the body is really a list of links to articles, or one card of many. */
export function isListing(lines: readonly Line[], body: Element | undefined): boolean {
  const all = rowsIn(lines);
  if (!body) return all >= 2;
  const inside = lines.filter((line) => isInside(line.element, body));
  const rows = rowsIn(inside);
  const prose = proseIn(inside);
  const isOneOfMany = all >= 5 && prose * 2 <= proseIn(lines);
  return isOneOfMany || (rows >= 4 && rows >= prose) || (prose === 0 && rows >= 2);
}

function proseIn(lines: readonly Line[]): number {
  return lines.filter((line) => worthOf(line) >= 1.5).length;
}

/** How far below its linked title the date of a card may stand. */
const cardHeight = 3;

/** Rows of “linked title, date”, the date in the same line, above it or a little below. */
function rowsIn(lines: readonly Line[]): number {
  return lines.filter((line, at) => {
    if (line.linked < 5 || line.linked * 2 < line.text.length) return false;
    const beside = [...lines.slice(Math.max(0, at - 1), at), ...lines.slice(at + 1, at + cardHeight)];
    return isDated(line.text) || beside.some((one) => one.text.length <= 20 && isDated(one.text));
  }).length;
}

function isDated(text: string): boolean {
  return findTimes(text).length > 0 || shortDate.test(text);
}
