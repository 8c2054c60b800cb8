import fc from 'fast-check';
import { expect, test } from 'vitest';
import { robotsFrom } from './robots.ts';

const site = 'https://zone.example.cn';
const example = `
# everybody
User-agent: *
Disallow: /admin/
Allow: /admin/news/
Disallow: /*.pdf$
Disallow: /search?
Crawl-delay: 5

User-agent: OtherBot
User-agent: ThirdBot
Disallow: /
`;

test.each([
  ['/', true],
  ['/news/1.html', true],
  ['/admin/users', false],
  ['/admin/news/1', true],
  ['/files/a.pdf', false],
  ['/files/a.pdf?x', true],
  ['/search?q=1', false],
  ['/search', true],
])('%s may be read: %s', (path, may) => {
  expect(robotsFrom(example).mayRead(site + path)).toBe(may);
});

test('what is said to us by name counts instead of what is said to everybody', () => {
  const robots = robotsFrom(`${example}\nuser-agent: Yuanlian/2 (+https://x)\ndisallow: /private\ncrawl-delay: 99999`);
  expect([robots.mayRead(`${site}/admin/users`), robots.mayRead(`${site}/private/1`)]).toEqual([true, false]);
  expect(robots.pauseSeconds).toBe(30);
});

test.each(['', '<html>not a robots.txt</html>', 'Disallow: /', 'User-agent: *\nDisallow:', '\u0000\u0001'])(
  '%j forbids nothing',
  (text) => {
    expect(robotsFrom(text).mayRead(`${site}/news`)).toBe(true);
  },
);

test('Chinese paths are the same written plainly or encoded', () => {
  const robots = robotsFrom('User-agent: *\nDisallow: /新闻/');
  expect(robots.mayRead(`${site}/%E6%96%B0%E9%97%BB/1`)).toBe(false);
});

test('no text makes it fail or slow', () => {
  fc.assert(
    fc.property(
      fc.string(),
      (text) => typeof robotsFrom(`User-agent: *\nDisallow: ${text}`).mayRead(site) === 'boolean',
    ),
  );
  const started = performance.now();
  robotsFrom(`User-agent: *\nDisallow: /${'*a'.repeat(500)}b`).mayRead(`${site}/${'a'.repeat(1900)}`);
  expect(performance.now() - started).toBeLessThan(50);
});
