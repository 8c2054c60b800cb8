import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const names = (text: string) => [...text.matchAll(/\bYUANLIAN_[A-Z0-9_]*[A-Z0-9]\b/g)].map(([name]) => name);

test('every setting of the program is in the table for operators, and the table names no other', () => {
  const code = globSync('{src,cli}/**/*.{ts,mjs}').filter((file) => !/\.test\.ts$|\/words\//.test(file));
  // The S3 settings are read by their last word.
  const read = code.flatMap((file) => names(readFileSync(file, 'utf8').replace(/set\('(\w+)'\)/g, "'YUANLIAN_S3_$1'")));
  const rows = readFileSync('docs/operations.md', 'utf8').match(/^\| `YUANLIAN_.*$/gm) ?? [];
  const told = rows.flatMap((row) => names(row.split('|')[1] ?? ''));
  const known = new Set(read.filter((name) => !name.startsWith('YUANLIAN_S3_YUANLIAN') && !isOther(name)));
  expect([...known].sort()).toEqual([...new Set(told)].sort());
});

/** What `replace` above made of settings that are read whole. */
function isOther(name: string): boolean {
  return /^YUANLIAN_S3_(?:PORT|HOST|ORIGIN|DATABASE_URL)$/.test(name);
}
