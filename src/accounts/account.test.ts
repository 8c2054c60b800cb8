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

test('every wrong field is said at once, and wrong shapes are only wrong', () => {
  expect(fieldsOf({ name: '', email: ['a'], password: {} })).toEqual(['name', 'email', 'password']);
  expect(fieldsOf({ ...good, name: 'a\u202eb' })).toEqual(['name']);
});
