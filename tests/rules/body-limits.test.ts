import { globSync, readFileSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { largestFile } from '#files/file.ts';
import { bodyLimit } from '#platform/body-limits.ts';

/** An address of the page whose folder that is. */
function addressOf(folder: string): string {
  const parts = folder.replace('src/routes', '').split('/');
  const named = parts.filter((part) => !part.startsWith('('));
  const known: Readonly<Record<string, string>> = { '[lang=lang]': 'zh', '[side=side]': 'needs', '[token]': 'a-b_c' };
  return named.map((part) => known[part] ?? part.replace(/\[\w+=number\]/, '7')).join('/');
}

const folders = globSync('src/routes/**/*.ts')
  .filter((file) => /\bwithReceived\(/.test(readFileSync(file, 'utf8')))
  // What is beside the pages that use it speaks for them.
  .flatMap((file) =>
    file.endsWith('/organisations/claim-form.server.ts')
      ? [`${dirname(file)}/claim`, `${dirname(file)}/[id=number]/claim`]
      : [dirname(file)],
  );

test.each([...new Set(folders)].map(addressOf))('a form with a file is taken at %s', (address) => {
  expect(bodyLimit(address).bytes).toBeGreaterThan(largestFile);
});
