import { eq } from 'drizzle-orm';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { langs } from '#language/lang.ts';
import { listings } from '#listings/tables.server.ts';
import { listingChanged } from '#listings/write-public.server.ts';
import { addListing, addOrganisation, addTarget } from '../support/board.ts';
import { expectAccessible, expectNoSidewaysScroll, visit } from '../support/browser.ts';
import { withSiteDatabase } from '../support/sign-in.ts';

const zoneCode = '32101026';
const site = inject('site');
let need = 0;
let anonymous = 0;
let offer = 0;
let secret = 0;

const text = `冬季路测时窗口片内侧结雾，点云丢失超过三成，整车热管理不允许为窗口片单独加热。

我们希望找到一种镀膜或表面处理，在不加热的前提下长期不起雾，并能在现有产线上实施。`;

beforeAll(() =>
  withSiteDatabase(({ inTransaction }) =>
    inTransaction(theSystem, async (tx) => {
      const organisationId = await addOrganisation(tx, zoneCode, { nameZh: '苏州路演光学有限公司', sample: true });
      const whose = { organisationId, zoneCode, sample: true, industries: ['new-materials', 'automotive'] };
      const published = { publishedAt: new Date(), updatedAt: new Date() };
      const zh = {
        ...{
          title: '车载激光雷达窗口片在 −40 ℃ 下不起雾',
          summary: '需要一种低温防雾镀膜，不加热，可量产。',
          body: text,
        },
        ...{ tried: '试过亲水涂层，三个月后失效。', conditions: '不加热，厚度不超过 2 mm。' },
        technologyKeywords: ['防雾镀膜', '激光雷达'],
      };
      const terms = { cooperation: ['joint-development' as const], budgetLow: 500_000, budgetHigh: 1_000_000 };
      need = await addListing(
        tx,
        {
          side: 'need',
          reference: 'TR-20261101-901',
          deadline: '2027-06-30',
          rights: 'shared',
          ...whose,
          ...terms,
          ...published,
        },
        {
          zh,
          en: {
            title: 'A lidar window that does not fog at −40 °C',
            summary: 'A coating is wanted that works unheated.',
            body: 'In winter tests the window fogs on the inside.',
          },
        },
      );
      await addTarget(tx, need, { nameZh: '透光率', nameEn: 'Transmission', value: 92, unit: '%' });
      anonymous = await addListing(
        tx,
        { side: 'need', reference: 'ER-20261102-902', kind: 'equipment', isAnonymous: true, ...whose, ...published },
        { zh: { title: '需要租用高低温循环试验箱', summary: '每周两天，为期三个月。' } },
      );
      offer = await addListing(
        tx,
        { side: 'offer', reference: 'TO-20261103-903', stage: 'demonstration', ...whose, ...published },
        {
          zh: {
            title: '低温防雾硬质镀膜',
            summary: '−45 ℃ 不起雾，已在两条产线示范。',
            advantage: '比加热方案省电，寿命长 3 倍。',
          },
        },
      );
      secret = await addListing(
        tx,
        { side: 'need', secrecy: 'confidential', ...whose, ...published },
        { zh: { title: '不可公开的难题' } },
      );
      for (const id of [need, anonymous, offer, secret]) await listingChanged(tx, id);
    }),
  ),
);

const addresses = (): [string, string][] =>
  langs.flatMap((lang): [string, string][] => [
    ['needs', `/${lang}/needs`],
    ['needs-filtered', `/${lang}/needs?industry=automotive&sort=ending`],
    ['needs-empty', `/${lang}/needs?q=%E9%87%8F%E5%AD%90`],
    ['need', `/${lang}/needs/${need}`],
    ['need-anonymous', `/${lang}/needs/${anonymous}`],
    ['offers', `/${lang}/offers`],
    ['offer', `/${lang}/offers/${offer}`],
    ['subscribe', `/${lang}/needs/subscribe?industry=automotive`],
  ]);

const ofColours = ['color-contrast', 'link-in-text-block'];
const ofWidth = ['target-size', 'scrollable-region-focusable', 'landmark-unique', 'landmark-one-main', 'region'];

test.each(addresses().map(([name], at) => [name, at] as const))(
  '%s (%i) breaks no rule of accessibility, light or dark, and fits a phone',
  async (name, at) => {
    const address = addresses()[at]?.[1] ?? '';
    await visit(address, { viewport: { width: 1366, height: 900 } }, async ({ page, status, scripts }) => {
      expect(status).toBe(200);
      expect(scripts.filter((script) => !script.endsWith('/suggest.js'))).toEqual([]);
      await expectAccessible(page);
      const lang = address.slice(1, 3);
      await page.screenshot({ path: `tests/artifacts/board-${name}-${lang}.png`, fullPage: true });
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, ofColours);
      await page.screenshot({ path: `tests/artifacts/board-${name}-${lang}-dark.png`, fullPage: true });
      await page.setViewportSize({ width: 360, height: 740 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, ofWidth);
      await page.screenshot({ path: `tests/artifacts/board-${name}-${lang}-phone.png`, fullPage: true });
    });
  },
);

describe('an investor who looks for a need', () => {
  test('finds it by words, opens it, and is asked to sign in on the way to showing interest', () =>
    visit('/zh/needs', {}, async ({ page }) => {
      await page.locator('#board-words').fill('激光雷达 防雾');
      await page.keyboard.press('Enter');
      await page.waitForURL(/\/zh\/needs\?/);
      await page.getByRole('link', { name: '车载激光雷达窗口片在' }).click();
      expect(new URL(page.url()).pathname).toBe(`/zh/needs/${need}`);
      await page.getByRole('button', { name: '表达对接意向' }).click();
      await page.waitForURL((url) => decodeURIComponent(url.href).includes(`/zh/desk/connections/new?need=${need}`));
    }));

  test('narrows the board by a facet and takes it away again', () =>
    visit('/zh/needs', { viewport: { width: 1366, height: 900 } }, async ({ page }) => {
      await page.locator('.filters').getByRole('link', { name: /^设备/ }).click();
      expect(new URL(page.url()).search).toBe('?kind=equipment');
      expect(await page.getByRole('link', { name: '需要租用高低温循环试验箱' }).count()).toBe(1);
      await page.getByRole('link', { name: '去掉“设备”' }).click();
      expect(new URL(page.url()).search).toBe('');
    }));

  test('reads no name on an anonymous one, and nothing of a confidential one anywhere', async () => {
    const read = async (path: string) => (await fetch(site + path)).text();
    const page = await read(`/zh/needs/${anonymous}`);
    expect(page).toContain('匿名');
    expect(page).not.toContain('路演光学');
    expect((await fetch(`${site}/zh/needs/${secret}`)).status).toBe(404);
    expect((await fetch(`${site}/api/v1/needs/${secret}`)).status).toBe(404);
    for (const path of [
      '/zh/needs',
      '/zh/needs.csv',
      '/zh/needs/feed.atom',
      '/zh/needs/feed.rss',
      '/api/v1/needs',
      '/zh',
    ]) {
      const body = await read(path);
      expect([path, body.includes('需要租用高低温循环试验箱'), body.includes('不可公开的难题')]).toEqual([
        path,
        true,
        false,
      ]);
    }
  });
});

test('what is closed says so on its page at once, and leaves the board', async () => {
  const before = await (await fetch(`${site}/zh/offers`)).text();
  expect(before).toContain('低温防雾硬质镀膜');
  await withSiteDatabase(({ inTransaction }) =>
    inTransaction(theSystem, async (tx) => {
      await tx
        .update(listings)
        .set({ state: 'closed', closedAt: new Date(), isOpen: false })
        .where(eq(listings.id, offer));
      await listingChanged(tx, offer);
    }),
  );
  await expect.poll(async () => (await fetch(`${site}/zh/offers`)).text()).not.toContain('低温防雾硬质镀膜');
  expect(await (await fetch(`${site}/zh/offers/${offer}`)).text()).toContain('作为记录保留');
});

describe('subscribing', () => {
  test('without script: a wrong address comes back with its reason, a right one is told to look at its mail', () =>
    visit('/zh/needs/subscribe?industry=automotive', { javaScriptEnabled: false }, async ({ page }) => {
      await page.locator('form:has(#subscribe-email)').evaluate((form) => form.setAttribute('novalidate', ''));
      await page.locator('#subscribe-email').fill('no address');
      await page.getByRole('button', { name: '订阅', exact: true }).click();
      expect(await page.locator('#subscribe-email-problem').textContent()).toContain('完整的邮箱地址');
      expect(await page.locator('#subscribe-email').inputValue()).toBe('no address');
      await page.locator('#subscribe-email').fill('reader@zone.example');
      await page.getByRole('button', { name: '订阅', exact: true }).click();
      expect(await page.getByRole('status').textContent()).toContain('确认链接');
    }));
});
