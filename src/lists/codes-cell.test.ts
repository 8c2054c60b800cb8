import { expect, test } from 'vitest';
import { codesCell, codesWritten } from './codes-cell.ts';

const choices = [
  { value: '430', label: { zh: '材料科学', en: 'Materials science' } },
  { value: '1301520', label: { zh: '粘弹性、粘塑性力学', en: 'Viscoelasticity, viscoplasticity' } },
];
const read = codesCell(choices, 2);

test.each(['430, 1301520', '材料科学；1301520', 'materials SCIENCE、1301520 粘弹性 粘塑性力学'])(
  '%s is read as its codes',
  (said) => {
    expect(read(said)).toEqual({ ok: true, value: '430 1301520' });
  },
);

test('what is written is read again, also where a name holds a separator', () => {
  for (const lang of ['zh', 'en'] as const)
    expect(read(codesWritten(['1301520', '430'], choices, lang))).toEqual({ ok: true, value: '1301520 430' });
});

test('what is in no list is named, and so is one too many', () => {
  expect(read('炼金术')).toMatchObject({ ok: false, problems: [{ says: { zh: expect.stringContaining('炼金术') } }] });
  expect(codesCell(choices, 1)('430,1301520')).toMatchObject({ ok: false });
});
