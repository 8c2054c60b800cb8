import { dateIn } from './plan-dates.ts';
import { marksOf, partOf, type FoundCluster, type FoundIndicator, type Mark } from './plan-found.ts';

const amount = '(\\d[\\d,]*(?:\\.\\d+)?)';
const measure =
  '(%| per cent| percent|(?: (?:hundred|thousand|million|billion|trillion|bn|m))?(?: (?:yuan|RMB|US dollars|enterprises|companies|projects|institutes|people|patents|hectares|square metres|square kilometres|days))?)';
const target = new RegExp(
  `(?:^|, |and )((?:the |our )?[a-z][\\w\\s/&’'-]{2,60}?) (?:will |shall |is to |are to |should )?(reach|exceed|grow by|increase by|rise to|account for|be no less than|be at least|stay above|fall below|be cut to|be reduced to)(?: more than| at least| over)? ${amount}${measure}`,
  'giu',
);
const less = /^(?:fall|be cut|be reduced)/i;
const clusters =
  /\b(?:two|three|four|five|six|\d) (100|50|\d+)[- ](?:billion|bn)[- ]yuan (?:industry |industrial )?clusters?(?:: ?| \(|, namely )([^.;)]+)/i;

/** Targets in English: industrial output will reach 350 billion yuan by 2026. */
export function englishTargets(sentence: string, year: number): { values: FoundIndicator; marks: Mark[] }[] {
  const date = dateIn(sentence, year);
  const on = date ? date.on : '';
  return [...sentence.matchAll(target)].flatMap((match) => {
    const stem = partOf(match, 1)
      .replace(/^(?:the|our) /i, '')
      .trim();
    const [verb, digits, of] = [partOf(match, 2), partOf(match, 3), partOf(match, 4)];
    if (of.trim() === '' || /^(?:we|it|they|this|that)\b/i.test(stem)) return [];
    const values = { kind: 'indicator', ...measured({ stem, verb, digits, of }), on } as const;
    const told = [
      ['date', date ? date.text : ''],
      ['name', stem],
      ['verb', verb],
      ['number', digits + of],
    ] as const;
    return [{ values, marks: marksOf(sentence, told) }];
  });
}

function measured({ stem, verb, digits, of }: Readonly<Record<'stem' | 'verb' | 'digits' | 'of', string>>) {
  return {
    name: /^(?:grow|increase) by/i.test(verb) ? `${stem}, growth` : stem,
    measure: of.trim().replace(/^per ?cent$/i, '%'),
    value: Number(digits.replaceAll(',', '')),
    direction: less.test(verb) ? ('down' as const) : ('up' as const),
  };
}

/** Build three 100-billion-yuan clusters: electronics, equipment and biomedicine. */
export function englishClusters(sentence: string): { values: FoundCluster; marks: Mark[] }[] {
  const [, size = '', listed = ''] = clusters.exec(sentence) ?? [];
  const tier = ({ 100: 'thousand-yi', 50: 'five-hundred-yi' } as const)[size] ?? 'other';
  return listed
    .split(/, (?:and )?| and /)
    .map((name) => name.trim())
    .filter((name) => name !== '')
    .map((name) => ({
      values: { kind: 'cluster', name, tier },
      marks: marksOf(sentence, [
        ['name', name],
        ['number', size],
      ]),
    }));
}
