import type { BrowserContext } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { comeAs, expectAccessible, expectNoSidewaysScroll, visit, visitIn } from '../support/browser.ts';
import { publicPages } from './pages.ts';

const pages = await publicPages();
const desktop = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

// One browser of each kind walks all pages: to open one takes longer than to look at a page.
const open: BrowserContext[] = [];
let onDesktop: BrowserContext;
let onPhone: BrowserContext;
let withOwnSpacing: BrowserContext;
beforeAll(async () => {
  const kinds = [desktop, phone, { viewport: { width: 1280, height: 800 }, bypassCSP: true }];
  for (const kind of kinds) open.push(await comeAs(kind));
  [onDesktop, onPhone, withOwnSpacing] = open as [BrowserContext, BrowserContext, BrowserContext];
});
afterAll(() => Promise.all(open.map((one) => one.close())));

/** What a change of colours or of width can break; the rest of the rules look at the same tree. */
const ofColours = ['color-contrast', 'link-in-text-block'];
const ofWidth = ['target-size', 'scrollable-region-focusable', 'landmark-unique', 'landmark-one-main', 'region'];

describe('every public page', () => {
  test.each(pages)(
    '%s (%s) says its language and breaks no rule of accessibility, light or dark',
    (...[, lang, address]) =>
      visitIn(onDesktop, address, async ({ page }) => {
        expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-Hans' : 'en');
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expectAccessible(page, ofColours);
      }),
  );

  test.each(pages)('%s (%s) fits a phone with the menu open, and 320 pixels', (_name, _lang, address) =>
    visitIn(onPhone, address, async ({ page }) => {
      await expectNoSidewaysScroll(page);
      await page.locator('header.site summary').first().click();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, ofWidth);
      // As wide as a window of 1280 pixels is at 400 % zoom.
      await page.setViewportSize({ width: 320, height: 256 });
      await expectNoSidewaysScroll(page);
    }),
  );
});

describe('text spaced as a reader may space it', () => {
  const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`;
  test.each(pages)('%s (%s) cuts nothing off', (_name, _lang, address) =>
    visitIn(withOwnSpacing, address, async ({ page }) => {
      await page.addStyleTag({ content: spacing });
      await expectNoSidewaysScroll(page);
      const cut = await page.evaluate(() =>
        [...document.querySelectorAll('header, nav a, button, h1, h2, summary, label')]
          .filter((node) => !node.closest('.visually-hidden') && getComputedStyle(node).overflow === 'hidden')
          .filter((node) => node.scrollHeight > node.clientHeight + 2)
          .map((node) => node.outerHTML.slice(0, 100)),
      );
      expect(cut).toEqual([]);
    }),
  );
});

test('the check of the rules finds what breaks one', () =>
  visit('/zh', {}, async ({ page }) => {
    await page.evaluate(() => document.documentElement.removeAttribute('lang'));
    await expect(expectAccessible(page)).rejects.toThrow('html-has-lang');
  }));
