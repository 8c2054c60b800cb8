import { beforeAll, expect, test } from 'vitest';
import type { Page } from 'playwright-core';
import { langs, type Lang } from '#language/lang.ts';
import { peopleWords } from '#language/words/people.ts';
import { viewWords as words } from '#language/words/view.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { signedInOperator, withSiteDatabase } from '../support/sign-in.ts';

const desktop = { width: 1366, height: 900 };
const phone = { width: 375, height: 740 };
let operator: Reader;
let other: Reader;
let editor: number;

beforeAll(async () => {
  const { storageState } = await signedInOperator('looker');
  operator = { storageState, viewport: desktop };
  other = { storageState: (await signedInOperator('resetter')).storageState };
  editor = await withSiteDatabase(async ({ pool }) => {
    await pool.query("select set_config('yuanlian.zones', '*', false)");
    const { rows } = await pool.query<{ id: string }>(
      `insert into account (email, name, two_factor_enabled) values ('li@zone.example', '李编辑', true) returning id`,
    );
    await pool.query(
      `insert into membership (account_id, role, zone_code) select $1, 'editor', code from zone order by code limit 1`,
      [rows[0]?.id],
    );
    return Number(rows[0]?.id);
  });
});

const ofColours = ['color-contrast', 'link-in-text-block'];
const ofWidth = ['target-size', 'region'];

/** In the light and the dark, on a desk and on a phone. Where `YUANLIAN_SHOTS` names a folder, people look at it too. */
async function looksRight(page: Page, name: string): Promise<void> {
  const folder = process.env['YUANLIAN_SHOTS'];
  const shot = (how: string) => folder && page.screenshot({ path: `${folder}/${name}-${how}.png` });
  await expectAccessible(page);
  await shot('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ofColours);
  await shot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, ofWidth);
  await shot('phone');
  await page.setViewportSize(desktop);
}

async function beginLook(page: Page, lang: Lang): Promise<void> {
  await page.getByLabel(words.reason[lang], { exact: true }).fill('说看不到本区草稿，核实一下');
  await page.getByRole('button', { name: words.begin[lang] }).click();
  await page.waitForURL(`**/${lang}/desk`);
}

test.each(langs)('an operator sees the site as an editor does, is told so on every page, and ends it (%s)', (lang) =>
  visit(`/${lang}/desk/platform/accounts/${editor}`, operator, async ({ page }) => {
    await looksRight(page, `account-${lang}`);
    await beginLook(page, lang);
    const banner = page.getByRole('region', { name: words.banner[lang] });
    expect(await banner.textContent()).toContain(words.viewing('李编辑')[lang]);
    await looksRight(page, `desk-${lang}`);
    await page.goto(`/${lang}/contact`);
    expect(await banner.isVisible()).toBe(true);
    await looksRight(page, `public-${lang}`);
    const refused = await page.request.get(`/${lang}/desk/account`);
    expect(refused.status()).toBe(403);
    expect(await refused.text()).toContain(words.onlyLooking[lang]);
    await banner.getByRole('button').click();
    await page.waitForURL(`**/desk/platform/accounts/${editor}`);
    expect(await banner.count()).toBe(0);
  }),
);

test('what cannot be taken back is asked for twice, without script too', () =>
  visit(`/zh/desk/platform/accounts/${editor}`, { ...other, javaScriptEnabled: false }, async ({ page }) => {
    const button = page.getByRole('button', { name: peopleWords.resetFactor.zh });
    await page.locator('form:has(#reset)').evaluate((form: HTMLFormElement) => (form.noValidate = true));
    await button.click();
    expect(await page.locator('#reset-problem').textContent()).toBe(peopleWords.notConfirmed.zh);
    await page.getByLabel(peopleWords.resetFactorSure.zh).check();
    await button.click();
    expect(await page.getByRole('status').textContent()).toBe(peopleWords.done.zh);
    expect(await button.count()).toBe(0);
  }));
