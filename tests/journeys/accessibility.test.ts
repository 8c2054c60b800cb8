import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit } from '../support/browser.ts';
import { publicPages } from './pages.ts';

const pages = await publicPages();
const phone = { viewport: { width: 360, height: 740 }, hasTouch: true, isMobile: true };

describe('every public page', () => {
  test.each(pages)('%s (%s) breaks no rule of accessibility, in light and in dark', (_name, _lang, address) =>
    visit(address, { viewport: { width: 1366, height: 900 } }, async ({ page }) => {
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page);
    }),
  );

  test.each(pages)('%s (%s) fits a phone, also with the menu open', (_name, _lang, address) =>
    visit(address, phone, async ({ page }) => {
      await expectNoSidewaysScroll(page);
      await page.locator('header.site summary').first().click();
      await expectNoSidewaysScroll(page);
      await expectAccessible(page);
    }),
  );

  test.each(pages)('%s (%s) fits 320 pixels, as much as a zoom of four leaves', (_name, _lang, address) =>
    visit(address, { viewport: { width: 320, height: 256 } }, ({ page }) => expectNoSidewaysScroll(page)),
  );

  test.each(pages)('%s (%s) says its language', (_name, lang, address) =>
    visit(address, {}, async ({ page }) => {
      expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-Hans' : 'en');
    }),
  );
});

describe('text spaced as a reader may space it', () => {
  const spacing = `* { line-height: 1.5 !important; letter-spacing: 0.12em !important; word-spacing: 0.16em !important; }
    p { margin-block-end: 2em !important; }`;
  test.each(pages)('%s (%s) cuts nothing off', (_name, _lang, address) =>
    visit(address, { viewport: { width: 1280, height: 800 }, bypassCSP: true }, async ({ page }) => {
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
