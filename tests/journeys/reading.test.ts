import { describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, expectPartsSetApart, visit } from '../support/browser.ts';
import { sampleArticle, publicPages } from './pages.ts';

const pages = await publicPages();
const article = await sampleArticle();

test.each(pages)('%s (%s) asks for no script of its own and works where script is off', (_name, _lang, address) =>
  visit(address, {}, async ({ page, scripts }) => {
    // Suggestions while typing are the one thing that script adds.
    expect(scripts.filter((script) => !script.endsWith('/suggest.js'))).toEqual([]);
    expect(await page.locator('main h1').count()).toBe(1);
    expect(await page.locator('[style]').count()).toBe(0);
    await expectPartsSetApart(page);
  }),
);

describe('the language switch', () => {
  test('leads to the same page, with its filters, in the other language', () =>
    visit('/zh/news?column=text', {}, async ({ page }) => {
      await page.locator('header.site a[hreflang=en]').click();
      expect(new URL(page.url()).pathname + new URL(page.url()).search).toBe('/en/news?column=text');
    }));
});

describe('easy mode', () => {
  const asked = { viewport: { width: 1280, height: 900 } };

  test('has no text below 18 pixels, one column, the telephone first and a way out', () =>
    visit(`/zh${article}?mode=care`, asked, async ({ page }) => {
      const small = await page.evaluate(() =>
        [...document.querySelectorAll('body *')]
          .filter((node) => [...node.childNodes].some((child) => child.nodeType === 3 && child.textContent?.trim()))
          .filter((node) => !node.closest('.visually-hidden, svg, title, head, script'))
          .filter((node) => parseFloat(getComputedStyle(node).fontSize) < 18)
          .map((node) => node.outerHTML.slice(0, 100)),
      );
      expect(small).toEqual([]);
      const columns = await page.evaluate(
        () =>
          [...document.querySelectorAll('main *')].filter((node) => {
            const { display, gridTemplateColumns } = getComputedStyle(node);
            return display === 'grid' && gridTemplateColumns.split(' ').length > 1 && !node.closest('table, svg');
          }).length,
      );
      expect(columns).toBe(0);
      expect(await page.locator('a').nth(1).getAttribute('href')).toMatch(/^tel:/);
      await expectAccessible(page);
    }));

  test('stays on from page to page and through a search, until it is left', () =>
    visit('/zh/about?mode=care', asked, async ({ page }) => {
      await page.locator('header.site nav a').nth(2).click();
      expect(page.url()).toContain('/zh/news?mode=care');
      await page.locator('header.site input[type=search]').fill('苏州');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/zh\/search\?/);
      expect(new URL(page.url()).searchParams.get('mode')).toBe('care');
      await page.locator('[data-leaves-care]').click();
      expect(new URL(page.url()).searchParams.has('mode')).toBe(false);
      expect(await page.locator('html[data-mode]').count()).toBe(0);
    }));
});

describe('the display settings', () => {
  const sizeOf = 'parseFloat(getComputedStyle(document.querySelector("main p")).fontSize)';

  test('change size, contrast and colours without script', () =>
    visit('/zh/about', { viewport: { width: 1280, height: 900 } }, async ({ page }) => {
      const before = Number(await page.evaluate(sizeOf));
      await page.locator('header.site .settings summary').click();
      await page.locator('#display-size-largest').check();
      expect(Number(await page.evaluate(sizeOf))).toBeGreaterThan(before * 1.3);
      await page.locator('#display-contrast-high').check();
      await page.locator('#display-colours-dark').check();
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(0, 0, 0)');
      await expectAccessible(page);
    }));

  test('follow the system: dark, more contrast, less motion', () =>
    visit('/zh/about', { colorScheme: 'dark', contrast: 'more', reducedMotion: 'reduce' }, async ({ page }) => {
      expect(await page.evaluate('getComputedStyle(document.body).backgroundColor')).toBe('rgb(21, 24, 27)');
      await expectAccessible(page);
    }));

  test('still show states where the system paints with its own colours', () =>
    visit('/zh/about', { forcedColors: 'active' }, ({ page }) => expectAccessible(page)));
});

test('on paper there is the text and who published it, not the navigation', () =>
  visit(`/zh${article}`, {}, async ({ page }) => {
    await page.emulateMedia({ media: 'print' });
    for (const gone of ['header.site', 'nav.crumbs ~ aside', 'footer.site nav', '.skip']) {
      const seen = await page
        .locator(gone)
        .evaluateAll((nodes) => nodes.filter((node) => node.checkVisibility()).length);
      expect([gone, seen]).toEqual([gone, 0]);
    }
    expect(await page.locator('main h1').isVisible()).toBe(true);
    expect(await page.locator('footer.site').isVisible()).toBe(true);
  }));

test('on a phone the words of a table in a text stay whole, and the table scrolls in its box', () =>
  visit('/en/search?q=%22first%20fourteen%22', { viewport: { width: 375, height: 740 } }, async ({ page }) => {
    await page
      .getByRole('link', { name: /^The first fourteen/ })
      .first()
      .click();
    await page.locator('.rich-text td').first().waitFor();
    const broken = await page.evaluate(() =>
      [...document.querySelectorAll('.rich-text :is(th, td)')].flatMap((cell) => {
        const range = document.createRange();
        const walker = document.createTreeWalker(cell, NodeFilter.SHOW_TEXT);
        const words = [];
        for (let node = walker.nextNode(); node; node = walker.nextNode()) {
          for (const { 0: word, index } of (node.textContent ?? '').matchAll(/\p{L}+/gu)) {
            range.setStart(node, index);
            range.setEnd(node, index + word.length);
            if (range.getClientRects().length > 1) words.push(word);
          }
        }
        return words;
      }),
    );
    expect(broken).toEqual([]);
    await expectNoSidewaysScroll(page);
  }));

test('a translation that is behind says how it was made, that it is behind, and where the original is', () =>
  visit('/en/search?q=%22behind%20the%20port%22', {}, async ({ page }) => {
    await page
      .getByRole('link', { name: /^Behind the port/ })
      .first()
      .click();
    const notice = await page.locator('.notice.stale').innerText();
    expect(notice.split(' · ')).toEqual([
      'Machine translation',
      'The Chinese original has changed since this was translated. Details may differ.',
      'Read the original',
    ]);
  }));
