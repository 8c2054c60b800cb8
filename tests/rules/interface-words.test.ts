import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

/**
 * Where Chinese characters are data, not interface text: the tables of language, the patterns of pages, the names of
 * places and types. Everything else takes its words from `src/language/words`.
 */
const data = [
  'src/language/',
  'src/text/',
  'src/importers/',
  'src/places/',
  'src/zones/',
  'src/search/',
  'src/extraction/',
  'src/matching/',
  // What the checks of a text look for in it.
  'src/news/check-',
  'src/listings/sharpness-',
  'src/matching/',
  // The fonts of official documents, by the names they have.
  'src/documents/fonts.ts',
  // What does not tell one name from another.
  'src/organisations/name-key.ts',
];

const comments = /\/\*[\s\S]*?\*\/|\/\/[^\n]*|<!--[\s\S]*?-->/g;

test('no interface text stands in the code', () => {
  const files = globSync('src/**/*.{ts,svelte}').filter((file) => !file.endsWith('.test.ts'));
  const mixed = files
    .filter((file) => !data.some((folder) => file.startsWith(folder) && !file.endsWith('.svelte')))
    .flatMap((file) =>
      readFileSync(file, 'utf8')
        .replace(comments, (comment) => comment.replace(/[^\n]/g, ' '))
        .split('\n')
        .flatMap((line, place) => (/\p{Script=Han}/u.test(line) ? [`${file}:${place + 1} ${line.trim()}`] : [])),
    );
  expect(mixed).toEqual([]);
});
