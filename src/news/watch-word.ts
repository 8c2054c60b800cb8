import { z } from 'zod';
import { watchWordWords as words } from '#language/words/watch-words.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';

/** The whole list is held against every text while somebody types. */
export const mostWords = 5000;

const line = (longest: number) =>
  z
    .string()
    .transform((text) => text.normalize('NFC').trim())
    .pipe(
      z
        .string()
        .max(longest)
        .regex(/^[^\p{Cc}\p{Cf}\p{Cs}]*$/u),
    );

export const watchWordInput = z.strictObject({
  word: line(60).pipe(z.string().min(1)),
  severity: z.enum(['forbid', 'warn']),
  reason: line(300).default(''),
  replacement: line(60).default(''),
});

type WordInput = z.output<typeof watchWordInput>;

const severities: Readonly<Record<string, WordInput['severity']>> = {
  ...{ forbid: 'forbid', warn: 'warn', '': 'forbid' },
  [words.forbid.zh]: 'forbid',
  [words.warn.zh]: 'warn',
};

/** Lines as they come out of a spreadsheet: word, severity, reason, replacement, parted by tabs or commas. */
export function linesToWords(text: string): Outcome<WordInput[]> {
  const lines = text.split(/\r?\n/).map((one) => one.trim());
  const read = lines.map((one, place) => ({ place: place + 1, one })).filter(({ one }) => one !== '');
  const parsed = read.map(({ one, place }) => ({ place, result: watchWordInput.safeParse(fieldsOf(one)) }));
  const wrong = parsed.filter(({ result }) => !result.success);
  if (wrong.length > 0)
    return refused(...wrong.slice(0, 20).map(({ place }) => ({ field: 'lines', says: words.lineWrong(place) })));
  return done(parsed.flatMap(({ result }) => (result.success ? [result.data] : [])));
}

function fieldsOf(text: string) {
  const [word = '', severity = '', reason = '', replacement = ''] = text.split(/\t|[,，]/).map((part) => part.trim());
  return { word, severity: severities[severity] ?? severity, reason, replacement };
}
