import { expect, test } from 'vitest';
import { visit } from '../support/browser.ts';
import { signedInOperator } from '../support/sign-in.ts';

test('what is typed before the script has come stays when it comes', async () => {
  const { storageState } = await signedInOperator('slow-line');
  await visit('/zh/desk/account', { storageState }, async ({ page }) => {
    let release = () => {};
    const scriptsMayCome = new Promise<void>((resolve) => (release = resolve));
    await page.route('**/_app/**/*.js', async (route) => {
      await scriptsMayCome;
      await route.continue();
    });
    await page.goto('/zh/desk/articles/new', { waitUntil: 'commit' });
    await page.locator('[name=title]').fill('慢线路上写的标题');
    await page.locator('[name=lang][value=en]').check();
    release();
    await page.waitForLoadState('networkidle');
    expect(await page.locator('[name=title]').inputValue()).toBe('慢线路上写的标题');
    expect(await page.locator('[name=lang][value=en]').isChecked()).toBe(true);
  });
});
