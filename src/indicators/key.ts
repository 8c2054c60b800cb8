import { initialsOf } from '#text/pinyin.ts';

/** A key made of the English name, else of the first letters of the Chinese one; `taken` gets a number behind it. */
export function keyFor(
  { nameZh, nameEn = '' }: { nameZh: string; nameEn?: string },
  taken: ReadonlySet<string>,
): string {
  const words = nameEn.toLowerCase().replace(/[^a-z0-9]+/g, '_');
  const plain = (words.replace(/^[_\d]+|_+$/g, '') || initialsOf(nameZh).replace(/^\d+/, '') || 'indicator').slice(
    0,
    34,
  );
  const key = plain.replace(/_+$/, '');
  const numbered = (count: number): string => (count === 1 ? key : `${key}_${count}`);
  let count = 1;
  while (taken.has(numbered(count))) count += 1;
  return numbered(count);
}
