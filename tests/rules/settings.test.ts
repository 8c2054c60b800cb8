import { globSync, readFileSync } from 'node:fs';
import { expect, test } from 'vitest';

const names = (text: string) => [...text.matchAll(/\bYUANLIAN_[A-Z0-9_]*[A-Z0-9]\b/g)].map(([name]) => name);

test('every setting of the program is in the table for operators, and the table names no other', () => {
  const code = globSync('{src,cli}/**/*.{ts,mjs}').filter((file) => !/\.test\.ts$|\/words\//.test(file));
  const read = code.flatMap((file) => {
    // Settings of the bucket are read by their last word.
    return names(readFileSync(file, 'utf8').replace(/set\('(ENDPOINT|REGION|KEY|SECRET)'\)/g, 'YUANLIAN_S3_$1'));
  });
  const rows = readFileSync('docs/operations.md', 'utf8').match(/^\| `YUANLIAN_.*$/gm) ?? [];
  const told = rows.flatMap((row) => names(row.split('|')[1] ?? ''));
  expect([...new Set(read)].sort()).toEqual([...new Set(told)].sort());
});
