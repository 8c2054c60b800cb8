import { expect, test } from 'vitest';
import { sizeOf } from './size.ts';

test.each([
  [0, '0 B'],
  [1023, '1023 B'],
  [1024, '1 KB'],
  [2_500_000, '2.4 MB'],
  [25 * 1024 ** 2, '25 MB'],
  [2 * 1024 ** 3, '2 GB'],
])('%i bytes are %s', (bytes, said) => expect(sizeOf(bytes)).toBe(said));
