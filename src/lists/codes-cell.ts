import type { Lang } from '#language/lang.ts';
import { listWords as words } from '#language/words/lists.ts';
import { done, refused, type Outcome } from '#platform/outcome.ts';
import type { Choice } from './list.ts';

const separators = /[\u3001,;\n]/;

/** Several of a long list, by code, by name or by both, between commas of any kind; kept as codes with a blank between. */
export function codesCell(choices: readonly Choice[], most: number): (text: string) => Outcome<string> {
  const codes = new Map(
    choices.flatMap(({ value, label }) => [value, label.zh, label.en].map((name) => [name.toLowerCase(), value])),
  );
  return (text) => {
    const said = text
      .normalize('NFKC')
      .split(separators)
      .map((word) => word.trim())
      .filter(Boolean);
    const found = said.map((word) => codes.get(word.toLowerCase()) ?? codes.get(word.split(' ')[0] ?? ''));
    const unknown = said.filter((_, at) => found[at] === undefined);
    if (unknown.length > 0) return refused({ says: words.notInList(unknown.join(', ')) });
    const unique = [...new Set(found)];
    return unique.length > most ? refused({ says: words.tooManyOf(most) }) : done(unique.join(' '));
  };
}

/** Codes with their names, as `codesCell` reads them again: a separator within a name would cut it in two. */
export function codesWritten(codes: readonly string[], choices: readonly Choice[], lang: Lang): string {
  const nameOf = (code: string) => choices.find(({ value }) => value === code)?.label[lang] ?? '';
  return codes.map((code) => `${code} ${nameOf(code).replace(new RegExp(separators, 'g'), ' ')}`.trim()).join(', ');
}
