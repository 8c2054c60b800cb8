import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { langs } from '#language/lang.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';

const zone = '32101026';
let member: Reader;
let broker: Reader;

beforeAll(async () => {
  const organisation = await withSiteDatabase(async ({ pool }) => {
    await pool.query("select set_config('yuanlian.zones', '*', false)");
    const { rows } = await pool.query<{ id: string }>(
      `insert into organisation (kind, name_zh, name_en, zone_code, is_public)
        values ('enterprise', '苏州远光光学有限公司', 'Suzhou Yuanguang Optics', $1, true) returning id`,
      [zone],
    );
    return Number(rows[0]?.id);
  });
  member = { storageState: (await signedIn('chen-gong', { role: 'member', organisation })).storageState };
  broker = { storageState: (await signedIn('zhou-jingli', { role: 'broker', zone })).storageState };
});

async function begin(page: Page, title: string): Promise<string> {
  await page.goto('/zh/desk/needs/new');
  await page.fill('#listing-title', title);
  await page.click('main form button');
  await page.waitForURL(/\/desk\/needs\/\d+$/);
  return new URL(page.url()).pathname;
}

async function fillWell(page: Page): Promise<void> {
  await page.fill('#listing-body', '冬季路测时窗口片内侧结雾，点云丢失 30%，每车每月停测 4 小时。');
  await page.fill('#listing-conditions', '不加热，厚度不超过 2 mm。');
  await page.fill('#listing-summary', '需要一种低温防雾镀膜。');
  await page.locator('[name="target.name"]').first().fill('透光率');
  await page.locator('[name="target.value"]').first().fill('92');
  await page.locator('[name="target.unit"]').first().fill('%');
  await page.fill('#listing-industryKeywords', '智能车联网');
  await page.fill('#listing-technologyKeywords', '防雾镀膜、光学薄膜');
  await page.fill('#listing-disciplines', '材料科学');
  await page.check('[name=cooperation][value=commission]');
  await page.fill('#listing-budgetLow', '50');
  await page.fill('#listing-budgetHigh', '120万');
  await page.fill('#listing-deadline', '2027-06-30');
}

const report = Buffer.from('%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n');
const save = (page: Page) => page.locator('#listing-form button:not([type=button])').click();
const button = (page: Page, name: string) => page.getByRole('button', { name, exact: true });

describe.each([true, false])('with script: %s', (javaScriptEnabled) => {
  test('a member writes a need, a broker sends it back, the member mends it, and it is published', async () => {
    const title = `低温防雾窗口片 ${javaScriptEnabled ? '甲' : '乙'}`;
    let path = '';
    await visit('/zh/desk/needs', { ...member, javaScriptEnabled }, async ({ page }) => {
      path = await begin(page, title);
      await button(page, '提交给技术经理人').click();
      await page.getByRole('alert').waitFor();
      expect(await page.getByRole('alert').innerText()).toContain('请写明遇到的问题');
      await fillWell(page);
      await save(page);
      await page.getByText('已保存。').waitFor();
      expect(await page.inputValue('#listing-budgetHigh')).toBe('120');
      expect(await page.locator('dl').first().innerText()).toContain('50 万元至 120 万元');
      await page.setInputFiles('#listing-file', {
        name: '起雾照片说明.txt',
        mimeType: 'text/plain',
        buffer: Buffer.from([0x4d, 0x5a, 0, 0]),
      });
      await button(page, '上传').click();
      await page.locator('#listing-file-problem').waitFor();
      await page.setInputFiles('#listing-file', [
        { name: '检测报告.pdf', mimeType: 'application/pdf', buffer: report },
        { name: '多余.pdf', mimeType: 'application/pdf', buffer: report },
      ]);
      await button(page, '上传').click();
      await page.getByText('附件已更新。').waitFor();
      await button(page, '移除 多余.pdf').click();
      await page.getByRole('link', { name: '多余.pdf' }).waitFor({ state: 'detached' });
      // The checker itself needs script.
      if (javaScriptEnabled) await expectAccessible(page);
      await button(page, '提交给技术经理人').click();
      await page.getByText('已提交，技术经理人会收到通知。').waitFor();
      expect(await page.locator('#listing-form').count()).toBe(0);
      await button(page, '撤回修改').click();
      await page.getByText('已撤回').waitFor();
      await button(page, '提交给技术经理人').click();
      await page.getByText('已提交，技术经理人会收到通知。').waitFor();
    });
    await visit(path, { ...broker, javaScriptEnabled }, async ({ page }) => {
      await page.locator('summary', { hasText: '附意见退回' }).click();
      await page.locator('[name=field]').first().selectOption('targets');
      await page.locator('[name=says]').first().fill('请写明测试温度');
      await button(page, '附意见退回').click();
      await page.getByText('已退回').waitFor();
    });
    await visit(path, { ...member, javaScriptEnabled }, async ({ page }) => {
      expect(await page.locator('#listing-targets-notes').innerText()).toContain('请写明测试温度');
      await page.locator('[name="target.name"]').nth(1).fill('不起雾的最低温度');
      await page.locator('[name="target.comparison"]').nth(1).selectOption('at-most');
      await page.locator('[name="target.value"]').nth(1).fill('-40');
      await save(page);
      await page.getByRole('button', { name: /标为已处理/ }).click();
      await page.getByText('意见已标为处理。').waitFor();
      await button(page, '提交给技术经理人').click();
      await page.getByText('已提交').first().waitFor();
    });
    await visit(path, { ...broker, javaScriptEnabled }, async ({ page }) => {
      await button(page, '受理').click();
      await page.getByText('已受理。').waitFor();
      await button(page, '发布').click();
      await page.getByText('已发布。').waitFor();
      expect(await page.locator('dl').first().innerText()).toMatch(/TR-\d{8}-\d{3}/);
      await page.goto(path.replace('/desk', ''));
      expect(await page.locator('main').innerText()).toContain('检测报告.pdf');
      expect(await page.locator('main').innerText()).toContain('材料科学');
      const address = await page.getByRole('link', { name: '检测报告.pdf' }).getAttribute('href');
      const download = await fetch(new URL(address ?? '', page.url()));
      expect([download.status, download.headers.get('cache-control')]).toEqual([200, 'private, no-store']);
    });
  });
});

test('two who write at once: the second sees what stands now beside what was typed, and decides', async () => {
  let path = '';
  await visit('/zh/desk/needs', member, async ({ page }) => {
    path = await begin(page, '两个人同时写');
    await visit(path, broker, async ({ page: other }) => {
      await other.fill('#listing-body', '技术经理人写的');
      await save(other);
      await other.getByText('已保存。').waitFor();
    });
    await page.fill('#listing-body', '我写的');
    await save(page);
    await page.getByRole('alert').waitFor();
    expect(await page.inputValue('#listing-body')).toBe('我写的');
    expect(await page.locator('#listing-body-notes').innerText()).toContain('技术经理人写的');
    await button(page, '保存我的内容').click();
    await page.getByText('已保存。').waitFor();
    expect(await page.inputValue('#listing-body')).toBe('我写的');
  });
});

test('the translation is written beside its original', () =>
  visit('/zh/desk/needs', member, async ({ page }) => {
    const path = await begin(page, '需要翻译的需求');
    await page.goto(`${path}?edition=en`);
    await page.fill('#listing-title', 'A need to be translated');
    await page.selectOption('[name=madeHow]', 'reviewed');
    await page.locator('form[action^="?/translate"] button').click();
    await page.getByText('已保存。').waitFor();
    await page.getByText('译文与原文一致。').waitFor();
  }));

describe('the pages of the desk', () => {
  test.each(langs.flatMap((lang) => ['needs', 'offers'].map((side) => [lang, side] as const)))(
    '%s %s: list, new and one of them break no rule of accessibility, light or dark, and fit a phone',
    (lang, side) =>
      visit(`/${lang}/desk/${side}`, { ...broker, viewport: { width: 1366, height: 900 } }, async ({ page }) => {
        await page.goto(`/${lang}/desk/${side}/new`);
        await page.fill('#listing-title', `${side} ${lang}`);
        await lookAt(page, `${side}-new-${lang}`);
        await page.click('main form button');
        await page.waitForURL(/\d+$/);
        await lookAt(page, `${side}-one-${lang}`);
        const path = new URL(page.url()).pathname;
        await page.goto(`${path}?edition=${lang === 'zh' ? 'en' : 'zh'}`);
        await lookAt(page, `${side}-translation-${lang}`);
        await page.goto(`/${lang}/desk/${side}`);
        await lookAt(page, `${side}-list-${lang}`);
      }),
  );
});

const ofColours = ['color-contrast', 'link-in-text-block'];

async function lookAt(page: Page, name: string): Promise<void> {
  await page.setViewportSize({ width: 1366, height: 900 });
  await page.emulateMedia({ colorScheme: 'light' });
  await expectAccessible(page);
  await shot(page, `${name}-wide`);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ofColours);
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, ['target-size', 'scrollable-region-focusable']);
  await shot(page, `${name}-phone-dark`);
}

async function shot(page: Page, name: string): Promise<void> {
  if (process.env['SHOTS']) await page.screenshot({ path: `${process.env['SHOTS']}/${name}.png`, fullPage: true });
}
