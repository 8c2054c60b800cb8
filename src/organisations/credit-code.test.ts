import fc from 'fast-check';
import { expect, test } from 'vitest';
import { creditCodeProblem, plainCreditCode } from './credit-code.ts';

/** As their owners publish them. */
const real = [
  ['华为技术有限公司', '914403001922038216'],
  ['腾讯科技（深圳）有限公司', '9144030071526726XG'],
  ['阿里巴巴（中国）有限公司', '91330100799655058B'],
  ['比亚迪股份有限公司', '91440300192317458F'],
  ['宁德时代新能源科技股份有限公司', '91350900587527783P'],
  ['北京百度网讯科技有限公司', '91110000802100433B'],
  ['清华大学', '12100000400000624D'],
  ['北京大学', '12100000400002259P'],
] as const;

test.each(real)('%s has a code that is right', (_, code) => {
  expect(creditCodeProblem(code)).toBeUndefined();
});

test('a code copied with blanks, hyphens, small letters or in full width is the same', () => {
  expect(plainCreditCode(' 9144 0300-71526726xg ')).toBe('9144030071526726XG');
  expect(plainCreditCode('９１４４０３００７１５２６７２６ＸＧ')).toBe('9144030071526726XG');
});

test('a letter the standard does not use is told with its place and what it was typed for', () => {
  const says = creditCodeProblem('9144O300192203821S')?.zh;
  expect(says).toContain('第 5 位');
  expect(says).toContain('“O”');
  expect(says).toContain('“0”');
});

test('how many signs are missing or too many is told', () => {
  expect(creditCodeProblem('91440300192203821')?.zh).toContain('17');
  expect(creditCodeProblem('9144030019220382166')?.zh).toContain('19');
  expect(creditCodeProblem('')?.zh).toContain('18');
});

test('a wrong digit in the middle is looked for in the middle, any other around it', () => {
  expect(creditCodeProblem('914403001922038316')?.zh).toContain('第 9 至 17 位');
  expect(creditCodeProblem('914404001922038216')?.zh).toContain('第 1 至 8 位');
  expect(creditCodeProblem('914403001922038217')?.zh).toContain('“6”');
});

test('no single wrong sign goes unnoticed', () => {
  const signs = [...'0123456789ABCDEFGHJKLMNPQRTUWXY'];
  const one = fc.tuple(fc.constantFrom(...real), fc.nat(17), fc.constantFrom(...signs));
  fc.assert(
    fc.property(one, ([[, code], at, sign]) => {
      fc.pre(code[at] !== sign);
      return creditCodeProblem(code.slice(0, at) + sign + code.slice(at + 1)) !== undefined;
    }),
  );
});
