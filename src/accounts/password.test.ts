import { expect, test } from 'vitest';
import { dutyOf, profileOf, type Protection } from './password-profile.ts';
import { passwordProblems } from './password.server.ts';

const around = { name: '张三', email: 'zhangsan@xiangcheng.example', siteNames: ['相城经开区', 'Xiangcheng'] };
const isFine = (password: string, name: 'asvs' | 'mlps-2' | 'mlps-3' = 'asvs') =>
  passwordProblems(password, profileOf(name), around).length === 0;

test.each([
  'correct horse battery',
  '我们 都 在 这里 等 春天 来',
  ' leading and trailing ',
  'x7'.repeat(32) + ' and a good sixty-four more',
  'all small letters will do',
])('asvs takes “%s”', (password) => {
  expect(isFine(password)).toBe(true);
});

test.each([
  ['elevenchars', 'too short'],
  ['x'.repeat(257), 'too long'],
  ['ab'.repeat(500_000), 'a megabyte'],
  ['password1234', 'known'],
  ['aaaaaaaaaaaaaa', 'one letter'],
  ['123456789012', 'a run'],
  ['Yuanlian2024', 'the product'],
  ['ZhangSan2024', 'their own name'],
  ['Xiangcheng2024', 'the site'],
  ['xiangcheng.example!', 'their own address'],
  ['qwertyuiop1234', 'a row of keys'],
  ['a good one, but\0', 'a NUL'],
  ['a good one, but \ud800', 'half a character'],
])('asvs refuses “%.20s”: %s', (password) => {
  expect(isFine(password)).toBe(false);
});

test.each([
  ['Abcd-921', 'mlps-2', true],
  ['abcd-921', 'mlps-2', true],
  ['abcdefgh21', 'mlps-2', false],
  ['Abcd-92', 'mlps-2', false],
  ['Abcd-921', 'mlps-3', false],
  ['Abcd-92145', 'mlps-3', true],
  ['P@ssw0rd', 'mlps-2', false],
] as const)('%s under %s: %s', (password, profile, fine) => {
  expect(isFine(password, profile)).toBe(fine);
});

const now = new Date('2026-06-01T00:00:00Z');
const ago = (days: number) => new Date(now.getTime() - days * 86_400_000);
const person: Protection = {
  method: 'password',
  hasSecondFactor: false,
  isStaff: true,
  createdAt: ago(1),
  passwordChangedAt: ago(1),
};

test.each([
  { profile: 'asvs', person: {}, duty: 'second-factor-soon' },
  { profile: 'asvs', person: { createdAt: ago(8) }, duty: 'second-factor' },
  { profile: 'asvs', person: { createdAt: ago(8), hasSecondFactor: true }, duty: undefined },
  { profile: 'asvs', person: { createdAt: ago(8), isStaff: false }, duty: undefined },
  { profile: 'asvs', person: { createdAt: ago(8), method: 'identity' }, duty: undefined },
  { profile: 'asvs', person: { passwordChangedAt: ago(900), hasSecondFactor: true }, duty: undefined },
  { profile: 'mlps-2', person: { createdAt: ago(8) }, duty: undefined },
  { profile: 'mlps-2', person: { passwordChangedAt: ago(181) }, duty: 'password' },
  { profile: 'mlps-3', person: {}, duty: 'second-factor' },
  { profile: 'mlps-3', person: { passwordChangedAt: ago(91), hasSecondFactor: true }, duty: 'password' },
] as const)('$profile asks of $person: $duty', ({ profile, person: changed, duty }) => {
  expect(dutyOf(profileOf(profile), { ...person, ...changed }, now)).toBe(duty);
});

test('an operator can make the second factor an offer, or a must', () => {
  const old = { ...person, createdAt: ago(30) };
  expect(dutyOf(profileOf('asvs', 'offered'), old, now)).toBeUndefined();
  expect(dutyOf(profileOf('mlps-2', 'required'), old, now)).toBe('second-factor');
});
