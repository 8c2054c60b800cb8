import { test } from 'vitest';
import { visit } from '../support/browser.ts';
import { existingPages } from './pages.ts';

/** Pictures of the main pages, to be looked at; they lie in tests/artifacts. */
const wanted = ['home', 'zone', 'compare', 'article', 'search'];
const readers = {
  desktop: { viewport: { width: 1366, height: 900 } },
  phone: { viewport: { width: 375, height: 812 }, deviceScaleFactor: 2 },
  dark: { viewport: { width: 1366, height: 900 }, colorScheme: 'dark' },
} as const;

const pages = (await existingPages()).filter(([name]) => wanted.includes(name));

test.each(pages)('a picture of %s (%s)', async (name, lang, address) => {
  for (const [reader, settings] of Object.entries(readers)) {
    await visit(address, settings, async ({ page }) => {
      await page.screenshot({ path: `tests/artifacts/${name}-${lang}-${reader}.png`, fullPage: true });
    });
  }
});
