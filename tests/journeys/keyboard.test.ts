import type { BrowserContext, Page } from 'playwright-core';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { comeAs, visit, visitIn } from '../support/browser.ts';
import { publicPages } from './pages.ts';

const pages = await publicPages();
/** Enough to pass the frame and well into the page; a directory has thousands of links. */
const steps = 60;

let browser: BrowserContext;
beforeAll(async () => {
  browser = await comeAs({ viewport: { width: 1366, height: 900 } });
});
afterAll(() => browser.close());

interface Stop {
  readonly what: string;
  readonly outlined: boolean;
  readonly covered: boolean;
}

test.each(pages)('%s (%s) can be walked with Tab: focus is seen at every step', (_name, _lang, address) =>
  visitIn(browser, address, async ({ page }) => {
    for (let step = 0; step < steps; step++) {
      await page.keyboard.press('Tab');
      const stop = await focused(page);
      if (stop === undefined) break;
      expect(stop, `step ${step} on ${address}`).toMatchObject({ outlined: true, covered: false });
    }
  }),
);

test('the first link of a page leads past the frame into the content', () =>
  visit('/zh/about', {}, async ({ page }) => {
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.getAttribute('href'))).toBe('#main');
    await page.keyboard.press('Enter');
    expect(await page.evaluate(() => document.activeElement?.id)).toBe('main');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('main') !== null)).toBe(true);
  }));

test('the menu of a phone opens with the keyboard', () =>
  visit('/zh/about', { viewport: { width: 360, height: 740 } }, async ({ page }) => {
    await page.locator('header.site summary').first().focus();
    await page.keyboard.press('Enter');
    await page.keyboard.press('Tab');
    expect(await page.evaluate(() => document.activeElement?.closest('nav') !== null)).toBe(true);
  }));

/** What has the focus, or undefined when the walk has left the page. */
function focused(page: Page): Promise<Stop | undefined> {
  return page.evaluate(() => {
    const node = document.activeElement;
    if (!node || node === document.body) return undefined;
    // A field inside a frame of its own shows its focus on the frame.
    const shown = [node, ...(node.closest('form') ? [node.closest('form') as Element] : [])];
    const outlined = shown.some((one) => {
      const style = getComputedStyle(one);
      return style.outlineStyle !== 'none' && parseFloat(style.outlineWidth) >= 2;
    });
    const box = node.getBoundingClientRect();
    const at = document.elementFromPoint(box.left + Math.min(box.width, 40) / 2, box.top + box.height / 2);
    const covered = at !== null && !node.contains(at) && !at.contains(node);
    return { what: node.outerHTML.slice(0, 120), outlined, covered };
  });
}
