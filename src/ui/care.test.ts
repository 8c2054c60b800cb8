import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { addressWithCare, carryCare } from './care.ts';

describe('the address of a page in easy mode', () => {
  test.each([
    ['/zh', '/zh?mode=care'],
    ['/zh/news?column=text', '/zh/news?column=text&mode=care'],
    ['/zh/news?mode=care', '/zh/news?mode=care'],
    ['/zh/zones/32101026#facts', '/zh/zones/32101026?mode=care#facts'],
    ['?after=9', '?after=9&mode=care'],
  ])('%s becomes %s', (address, expected) => {
    expect(addressWithCare(address, true)).toBe(expected);
  });

  test('switching on and off again leads back, whatever else the query holds', () => {
    const query = fc.array(fc.stringMatching(/^[a-l][a-z]{0,5}=[a-z0-9%?]{0,6}$/), { maxLength: 4 });
    fc.assert(
      fc.property(query, (parts) => {
        const address = '/zh/search' + (parts.length > 0 ? `?${parts.join('&')}` : '');
        expect(addressWithCare(addressWithCare(address, true), false)).toBe(address);
      }),
    );
  });
});

describe('a page in easy mode', () => {
  test.each([
    ['<a href="/zh/news">', '<a href="/zh/news?mode=care">'],
    [
      '<a class="x" href="/en?q=a&amp;b=1" title="a > b">',
      '<a class="x" href="/en?q=a&amp;b=1&amp;mode=care" title="a > b">',
    ],
    ['<a href="?after=3">', '<a href="?after=3&amp;mode=care">'],
  ])('keeps the mode on a link to its own pages: %s', (link, expected) => {
    expect(carryCare(link)).toBe(expected);
  });

  test.each([
    '<a href="https://beian.miit.gov.cn/">',
    '<a href="#main">',
    '<a href="mailto:a@b.cn">',
    '<a href="/zh/zones.csv?province=32">',
    '<a href="/zhejiang">',
    '<a href="/zh/news" data-leaves-care>',
    '<link rel="canonical" href="https://zone.example/zh">',
  ])('leaves other addresses alone: %s', (link) => {
    expect(carryCare(link)).toBe(link);
  });

  test('a search form carries the mode as a field, a form that posts in its action', () => {
    expect(carryCare('<form role="search" action="/zh/search">')).toBe(
      '<form role="search" action="/zh/search?mode=care"><input type="hidden" name="mode" value="care">',
    );
    expect(carryCare('<form method="POST" action="?/send">')).toBe(
      '<form method="POST" action="?/send&amp;mode=care">',
    );
    expect(carryCare('<form action="https://elsewhere.example/">')).toBe('<form action="https://elsewhere.example/">');
  });
});
