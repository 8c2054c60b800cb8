import { describe, expect, inject, test } from 'vitest';
import { visit } from '../support/browser.ts';

describe('an address that leads nowhere', () => {
  test.each([
    ['/zh/no-such-page', 'zh-Hans', '没有找到这个页面'],
    ['/en/no-such-page', 'en', 'There is no page here'],
    ['/no-such-page', 'zh-Hans', '没有找到这个页面'],
    ['/zh/zones/00000000', 'zh-Hans', '没有找到'],
    ['/en/news/999999999', 'en', 'no'],
  ])('%s answers 404 with a search field, the main lists and no place in an index', (address, lang, says) =>
    visit(address, {}, async ({ page, status }) => {
      expect(status).toBe(404);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang);
      expect((await page.locator('main').innerText()).toLowerCase()).toContain(says.toLowerCase());
      expect(await page.locator('main form[role=search] input').count()).toBe(1);
      expect(await page.locator('main a[href$="/zones"]').count()).toBeGreaterThan(0);
      expect(await page.locator('meta[name=robots]').getAttribute('content')).toBe('noindex');
    }),
  );

  test('offers the zones whose code is nearest', () =>
    visit('/zh/zones/32101027000', {}, async ({ page }) => {
      expect(await page.locator('main a[href^="/zh/zones/3210"]').count()).toBeGreaterThan(0);
    }));

  test('searches for the words that were in it', () =>
    visit('/en/suzhou-new-materials', {}, async ({ page }) => {
      expect(await page.locator('main input[type=search]').inputValue()).toBe('suzhou new materials');
    }));
});

test.each(['/zh/news?year=soon', '/en/news?after=%00', '/zh/search?q=%F0%28%8C%28', '/zh/zones?sort=nonsense%27--'])(
  '%s is answered in words, never by a failure',
  async (address) => {
    const response = await fetch(inject('site') + address);
    expect(response.status).toBeLessThan(500);
  },
);
