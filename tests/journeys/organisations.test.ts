import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { zone } from '../support/desk.ts';
import { signedIn } from '../support/sign-in.ts';

const desk = '/zh/desk/organisations';
let broker: Reader;

beforeAll(async () => {
  const { storageState } = await signedIn('org-broker', { role: 'broker', zone });
  broker = { storageState };
});

/** On a big screen, in the dark, and on a phone. */
async function looksGood(page: Page): Promise<void> {
  await expectAccessible(page);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, ['target-size', 'scrollable-region-focusable']);
  await page.setViewportSize({ width: 1366, height: 900 });
}

async function add(page: Page, fields: Readonly<Record<string, string>>): Promise<void> {
  await page.goto(`${desk}/new`);
  for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
  await page.click('main form button:not([formaction])');
}

const numberOf = (page: Page) => Number(/organisations\/(\d+)/.exec(page.url())?.[1]);

test('a broker adds an organisation and is told what is wrong with its code', () =>
  visit(`${desk}/new`, broker, async ({ page }) => {
    await add(page, { nameZh: '苏州清照新材料有限公司', creditCode: '914403001922038217', placeCode: '相城区' });
    await page.locator('#creditCode-problem').waitFor();
    expect(await page.locator('#creditCode-problem').innerText()).toContain('“6”');
    expect(await page.inputValue('#nameZh')).toBe('苏州清照新材料有限公司');
    await looksGood(page);
    await page.fill('#creditCode', '9144 0300 1922 0382 16');
    await page.fill('#disciplines', '材料科学、46020');
    await page.check('[name=industries][value=new-materials]');
    await page.click('main form button');
    await page.waitForURL(/organisations\/\d+\?done=added/);
    expect(await page.inputValue('#creditCode')).toBe('914403001922038216');
    expect(await page.inputValue('#placeCode')).toContain('320507');
    expect(await page.inputValue('#disciplines')).toContain('430');
    await looksGood(page);
  }));

const entries = {
  names: { name: '清照新材' },
  honours: { title_zh: '省级专精特新企业', year: '2023', source: '省工信厅公告' },
  equipment: { name_zh: '扫描电子显微镜', model: 'SU5000' },
  people: { name_zh: '王某', position_zh: '董事长', since: '2021', source: '公司网站' },
  contacts: { name: '李某', topic: '技术合作', phone: '0512-00000000' },
};

test.each(Object.entries(entries))('the list of its %s is filled in by hand, and a file may come', (record, fields) =>
  visit(desk, broker, async ({ page }) => {
    await page.goto(`${desk}?q=清照`);
    await page.locator('tbody a').first().click();
    await page.waitForURL(/organisations\/\d+$/);
    const id = numberOf(page);
    await page.goto(`${desk}/${id}/${record}`);
    for (const [name, value] of Object.entries(fields)) await page.fill(`[name=${name}]`, value);
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/\?saved/);
    expect(await page.locator('tbody tr').count()).toBe(1);
    await looksGood(page);
    await page.goto(`/en/desk/organisations/${id}/${record}/file`);
    await expectAccessible(page);
  }),
);

test('what looks like a record that is here is shown before it is added, and merged afterwards without a loss', () =>
  visit(desk, broker, async ({ page }) => {
    await add(page, { nameZh: '苏州云汀机器人有限公司' });
    await page.waitForURL(/done=added/);
    const first = numberOf(page);
    await add(page, { nameZh: '云汀机器人（集团）股份有限公司', nameEn: 'Yunting Robotics' });
    await page.getByRole('heading', { name: '看起来已经有了' }).waitFor();
    await looksGood(page);
    await page.check('[name=evenIfAlike]');
    await page.click('main form button');
    await page.waitForURL(/done=added/);
    const second = numberOf(page);
    await page.goto(`${desk}/duplicates`);
    await looksGood(page);
    await page.getByRole('button', { name: `#${first}` }).click();
    await page.waitForURL(new RegExp(`organisations/${first}\\?done=tookIn`));
    expect(await page.inputValue('#nameEn')).toBe('Yunting Robotics');
    await page.goto(`${desk}/${second}`);
    expect(numberOf(page)).toBe(first);
    await page.goto(`${desk}/${first}/names`);
    expect(await page.locator('tbody').innerText()).toContain('云汀机器人（集团）股份有限公司');
  }));

test('a member keeps the own organisation, sees as text what its zone vouches for, and opens no other', async () => {
  let [own, other] = [0, 0];
  await visit(desk, broker, async ({ page }) => {
    await add(page, { nameZh: '苏州石湖检测技术有限公司' });
    await page.waitForURL(/done=added/);
    own = numberOf(page);
    await add(page, { nameZh: '合肥北塘生物科技有限公司' });
    await page.waitForURL(/done=added/);
    other = numberOf(page);
  });
  const { storageState } = await signedIn('org-member', { role: 'member', organisation: own });
  await visit(desk, { storageState, javaScriptEnabled: false }, async ({ page }) => {
    expect(numberOf(page)).toBe(own);
    expect(await page.locator('[name=kind]').count()).toBe(0);
    expect(await page.locator('main').innerText()).toContain('企业');
    await page.fill('#summaryZh', '做材料检测。');
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/done=saved/);
    expect(await page.inputValue('#summaryZh')).toBe('做材料检测。');
    const answer = await page.goto(`${desk}/${other}`);
    expect(answer?.status()).toBe(404);
    expect((await page.goto(`${desk}/new`))?.status()).toBe(403);
  });
  await visit(`${desk}/${own}`, { storageState }, ({ page }) => looksGood(page));
});

test('two who change the same record: the later one is told what it says now, and loses nothing they typed', () =>
  visit(desk, broker, async ({ page }) => {
    await add(page, { nameZh: '苏州澄湖软件有限公司' });
    await page.waitForURL(/done=added/);
    const id = numberOf(page);
    const late = await page.context().newPage();
    await late.goto(`${desk}/${id}`);
    await page.fill('#nameEn', 'First Software');
    await page.getByRole('button', { name: '保存' }).click();
    await page.waitForURL(/done=saved/);
    await late.fill('#nameEn', 'Second Software');
    await late.getByRole('button', { name: '保存' }).click();
    await late.locator('#nameEn-problem').waitFor();
    expect(await late.locator('#nameEn-problem').innerText()).toContain('First Software');
    expect(await late.inputValue('#nameEn')).toBe('Second Software');
    await late.getByRole('button', { name: '保存' }).click();
    await late.waitForURL(/done=saved/);
    expect(await late.inputValue('#nameEn')).toBe('Second Software');
    await late.close();
  }));
