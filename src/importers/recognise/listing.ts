import { worthOf } from './density.ts';
import type { Line } from './lines.ts';
import { findTimes } from './times.ts';
import { isInside, type Element } from './tree.ts';

const shortDate = /(?<!\d)\d{1,2}[-/.月]\d{1,2}(?:日)?(?!\d)/;

/** Whether what was taken for the body is really a list of links to articles. */
export function isListing(lines: readonly Line[], body: Element | undefined): boolean {
  const all = rowsIn(lines);
  if (!body) return all >= 2;
  const inside = lines.filter((line) => isInside(line.element, body));
  const rows = rowsIn(inside);
  const prose = inside.filter((line) => worthOf(line) >= 1.5).length;
  return (rows >= 4 && rows >= prose) || (prose === 0 && rows >= 2);
}

/** Rows of “linked title, date”, the date in the same line or beside it. */
function rowsIn(lines: readonly Line[]): number {
  return lines.filter((line, at) => {
    if (line.linked < 5 || line.linked * 2 < line.text.length) return false;
    return (
      isDated(line.text) ||
      [lines[at - 1], lines[at + 1]].some(
        (beside) => beside !== undefined && beside.text.length <= 20 && isDated(beside.text),
      )
    );
  }).length;
}

function isDated(text: string): boolean {
  return findTimes(text).length > 0 || shortDate.test(text);
}
