import type { Page } from 'playwright-core';
import { expect } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from './browser.ts';
import { until } from './program.ts';
import { withSiteDatabase } from './sign-in.ts';

export const wide = { viewport: { width: 1366, height: 900 } };
export const phone = { viewport: { width: 375, height: 800 } };

export type Funnel = Readonly<Record<string, string>>;

/** Each step of the funnel with how many came that far, as the table of the page says it. */
export async function funnelOn(page: Page): Promise<Funnel> {
  const rows = await page.locator('tbody').first().locator('tr').all();
  const cells = await Promise.all(
    rows.map(async (row) => [await row.locator('th').innerText(), await row.locator('td').first().innerText()]),
  );
  return Object.fromEntries(cells) as Funnel;
}

export async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  if (process.env['SHOTS'])
    await page.screenshot({ path: `${process.env['SHOTS']}/story-${name}.png`, fullPage: true });
}

export const text = (page: Page) => page.locator('main').innerText();
export const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });
export const as = (reader: Reader): Reader => ({ ...wide, ...reader });

export async function save(page: Page): Promise<void> {
  await page.locator('#listing-form button:not([type=button])').click();
  await page.getByText('已保存。').waitFor();
}

/** Opens what the desk’s front page tells this reader, as they would. */
export async function followNews(page: Page, says: RegExp): Promise<void> {
  await page.locator('.told a').filter({ hasText: says }).first().click();
  await page.waitForURL(/\/desk\/(needs|connections)\/\d+/);
}

/** Nobody of these finds any of it. */
export async function expectNothingThere(paths: readonly string[], readers: readonly Reader[]): Promise<void> {
  for (const reader of readers) {
    await visit('/zh/desk', as(reader), async ({ page }) => {
      for (const path of paths) {
        const answer = await page.request.get(path);
        expect([path, answer.status()]).toEqual([path, 404]);
      }
    });
  }
}

/** Where the letter to that address leads. */
export async function linkInLetter(account: number): Promise<string> {
  let found: string | undefined;
  await until(async () => {
    const { rows } = await withSiteDatabase(({ pool }) =>
      pool.query<{ body: string }>(
        `select body from mail where to_address = (select email from account where id = $1) and body ~ '/answer/'`,
        [account],
      ),
    );
    found = /https?:\/\/\S+\/answer\/\S+/.exec(rows[0]?.body ?? '')?.[0];
    return found !== undefined;
  });
  return new URL(found ?? '').pathname;
}
