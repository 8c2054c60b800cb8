import { readdirSync } from 'node:fs';
import { dirname } from 'node:path';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { access, mayOpen } from '../../src/routes/access.ts';

const files = readdirSync('src/routes', { recursive: true, encoding: 'utf8' });
const routes = new Set(
  files
    .filter((file) => /(^|\/)\+(page\.svelte|server\.ts)$/.test(file))
    .map((file) => `/${dirname(file)}`.replace(/^\/\.$/, '/')),
);

test('every address has a line that says who may open it, and every line has an address', () => {
  expect(Object.keys(access).sort()).toEqual([...routes].sort());
});

test('what has no line is refused to everybody', () => {
  expect(mayOpen(commandLine, '/[lang=lang]/desk/nowhere', 'GET')).toBe('not yours');
});

const editor: Actor = { id: 'account:1', name: 'e', memberships: [{ role: 'editor', zone: '32101026' }] };
const broker: Actor = { id: 'account:2', name: 'b', memberships: [{ role: 'broker', zone: '32101026' }] };

test.each([
  { who: visitor, route: '/[lang=lang]/desk', method: 'GET', answer: 'sign in' },
  { who: visitor, route: '/[lang=lang]/desk/questions', method: 'POST', answer: 'sign in' },
  { who: visitor, route: '/[lang=lang]/(public)/news', method: 'HEAD', answer: 'come in' },
  { who: broker, route: '/[lang=lang]/desk', method: 'GET', answer: 'come in' },
  { who: broker, route: '/[lang=lang]/desk/questions', method: 'GET', answer: 'not yours' },
  { who: editor, route: '/[lang=lang]/desk/questions', method: 'POST', answer: 'come in' },
])('$who.name asks for $method $route: $answer', ({ who, route, method, answer }) => {
  expect(mayOpen(who, route, method)).toBe(answer);
});
