import { fromChinese } from '#text/chinese-number.ts';

export interface FoundDate {
  /** As it stands in the sentence. */
  readonly text: string;
  readonly on: string;
  /** Only a year was named: the horizon of a target rather than the date of a task. */
  readonly isYear: boolean;
}

const month = '(\\d{1,2}|[一二三四五六七八九十]{1,2})月';
const shapes: readonly (readonly [
  shape: RegExp,
  read: (parts: readonly string[], year: number) => string | undefined,
])[] = [
  [
    new RegExp(`(?:(20\\d\\d)年)?${month}(\\d{1,2})日(?:之?前|以前)?`),
    ([year = '', named = '', day = ''], otherwise) => dayOf(Number(year || otherwise), numberOf(named), Number(day)),
  ],
  [
    new RegExp(`(?:(20\\d\\d)年)?${month}(?:底|末|份)?(?:之?前|以前)?`),
    ([year = '', named = ''], otherwise) => monthEnd(Number(year || otherwise), numberOf(named)),
  ],
  [
    /(?:(20\d\d)年)?第?([一二三四1-4])季度(?:末|底)?(?:之?前|以前)?/,
    ([year = '', quarter = ''], otherwise) => monthEnd(Number(year || otherwise), numberOf(quarter) * 3),
  ],
  [/(?:(20\d\d)年)?(上半年|年中)(?:之?前|以前)?/, ([year = ''], otherwise) => monthEnd(Number(year || otherwise), 6)],
  [
    /(?:(20\d\d)|今|当|本)?(?:年?下半年|年底|年末|年内)(?:之?前|以前)?/,
    ([year = ''], otherwise) => monthEnd(Number(year || otherwise), 12),
  ],
  [/(20\d\d)年(?:底|末|内)?(?:之?前|以前)?/, ([year = '']) => monthEnd(Number(year), 12)],
];
const months = 'January February March April May June July August September October November December'.split(' ');
const english: readonly (readonly [shape: RegExp, read: (parts: readonly string[]) => string | undefined])[] = [
  [
    new RegExp(`\\b(?:by|before) (?:the )?(?:end of |late )?(${months.join('|')}) (20\\d\\d)`),
    ([named = '', year = '']) => monthEnd(Number(year), months.indexOf(named) + 1),
  ],
  [
    new RegExp(`\\b(?:by|before) (\\d{1,2}) (${months.join('|')}) (20\\d\\d)`),
    ([day = '', named = '', year = '']) => dayOf(Number(year), months.indexOf(named) + 1, Number(day)),
  ],
  [/\b(?:by|before|in) (?:the )?(?:end of )?(20\d\d)\b/i, ([year = '']) => monthEnd(Number(year), 12)],
];

/** The date that a sentence gives, the first of the most exact kind; a month without a year is of `year`. */
export function dateIn(text: string, year: number): FoundDate | undefined {
  for (const [shape, read] of [...shapes, ...english]) {
    const match = shape.exec(text);
    const on = match && read(match.slice(1), year);
    if (match && on)
      return { text: match[0], on, isYear: /^(?:(?:by|in|before) )?20\d\d年?(?:底|末)?$/i.test(match[0]) };
  }
  return undefined;
}

function numberOf(text: string): number {
  return /^\d+$/.test(text) ? Number(text) : (fromChinese(text) ?? Number.NaN);
}

function dayOf(year: number, named: number, day: number): string | undefined {
  const at = new Date(Date.UTC(year, named - 1, day));
  return named >= 1 && named <= 12 && at.getUTCDate() === day ? at.toISOString().slice(0, 10) : undefined;
}

function monthEnd(year: number, named: number): string | undefined {
  return named >= 1 && named <= 12 ? new Date(Date.UTC(year, named, 0)).toISOString().slice(0, 10) : undefined;
}
