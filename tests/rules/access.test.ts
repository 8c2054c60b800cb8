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

const operator = { accountId: 1, name: 'o' };
const publisher: Actor = { id: 'account:3', name: 'p', memberships: [{ role: 'publisher', zone: '32101026' }] };
const viewed: Actor = { ...publisher, name: 'the publisher an operator looks as', viewedBy: operator };

test('through another’s eyes nothing can be sent but the two ways out, on the public pages as little as in the desk', () => {
  const sent = Object.entries(access).flatMap(([route, line]) =>
    Object.keys(line)
      .filter((method) => method !== 'GET' && mayOpen(viewed, route, method) === 'come in')
      .map((method) => `${method} ${route}`),
  );
  expect(sent.sort()).toEqual(['POST /[lang=lang]/end-view', 'POST /[lang=lang]/sign-out']);
});

test.each([
  ...['desk/account', 'desk/account/password', 'desk/account/second-factor', 'desk/notifications/settings'],
  ...['desk/platform/accounts', 'desk/platform/accounts/[id=number]', 'desk/platform/invitations'],
  ...[
    'desk/platform/audit',
    'desk/platform/audit/export',
    '(public)/reset/[token]',
    '(public)/report/[token]',
    '(public)/slip/[token]',
    '(public)/confirm/[token]',
  ],
])('through another’s eyes nobody reads %s', (route) => {
  expect(access).toHaveProperty([`/[lang=lang]/${route}`]);
  expect(mayOpen(viewed, `/[lang=lang]/${route}`, 'GET')).toBe('only looking');
});

test.each([
  { who: viewed, route: '/[lang=lang]/desk/articles', method: 'GET', answer: 'come in' },
  { who: viewed, route: '/[lang=lang]/(public)/news', method: 'GET', answer: 'come in' },
  { who: viewed, route: '/[lang=lang]/desk/platform/jobs', method: 'GET', answer: 'not yours' },
  { who: visitor, route: '/[lang=lang]/desk', method: 'GET', answer: 'sign in' },
  { who: visitor, route: '/[lang=lang]/desk/questions', method: 'POST', answer: 'sign in' },
  { who: visitor, route: '/[lang=lang]/(public)/news', method: 'HEAD', answer: 'come in' },
  { who: broker, route: '/[lang=lang]/desk', method: 'GET', answer: 'come in' },
  { who: broker, route: '/[lang=lang]/desk/questions', method: 'GET', answer: 'not yours' },
  { who: editor, route: '/[lang=lang]/desk/questions', method: 'POST', answer: 'come in' },
])('$who.name asks for $method $route: $answer', ({ who, route, method, answer }) => {
  expect(mayOpen(who, route, method)).toBe(answer);
});
