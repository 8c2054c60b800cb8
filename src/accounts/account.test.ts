import { expect, test } from 'vitest';
import { emailSchema, newAccountSchema, problemsOf } from './account.ts';

const good = { name: '张三', email: 'zhang@zone.example', password: 'correct horse battery' };
const fieldsOf = (input: object) => {
  const parsed = newAccountSchema.safeParse(input);
  return parsed.success ? [] : problemsOf(parsed.error).map((problem) => problem.field);
};

test('one address is one account, however it is typed', () => {
  for (const typed of ['Zhang@Zone.Example', ' zhang@zone.example ', 'ｚｈａｎｇ@zone.example']) {
    expect(emailSchema.parse(typed)).toBe('zhang@zone.example');
  }
});

test.each([
  'a@b@c.example',
  'zhang',
  'zhang\u200b@zone.example',
  'zhang@zone.example\r\nBcc: x',
  'x'.repeat(250) + '@b.example',
])('“%s” is no address', (email) => {
  expect(fieldsOf({ ...good, email })).toEqual(['email']);
});

test('a password is long, and no other rule is made', () => {
  expect(fieldsOf({ ...good, password: 'elevenchars' })).toEqual(['password']);
  expect(fieldsOf({ ...good, password: 'x'.repeat(257) })).toEqual(['password']);
  expect(fieldsOf({ ...good, password: '我们 都 在 这里 等 春天 来' })).toEqual([]);
});

test.each(['password1234', 'aaaaaaaaaaaaaa', '123456789012', 'Yuanlian2024'])('%s is too easy to guess', (password) => {
  expect(fieldsOf({ ...good, password })).toEqual(['password']);
});

test('every wrong field is said at once, and wrong shapes are only wrong', () => {
  expect(fieldsOf({ name: '', email: ['a'], password: {} })).toEqual(['name', 'email', 'password']);
  expect(fieldsOf({ ...good, name: 'a\u202eb' })).toEqual(['name']);
});
