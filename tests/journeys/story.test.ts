import sharp from 'sharp';
import type { Page } from 'playwright-core';
import { expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit } from '../support/browser.ts';
import { beginArticle, pasteMarkup, theDesk } from '../support/desk.ts';

const desktop = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
const patience = 240_000;

const fromWord = `<html xmlns:o="urn:schemas-microsoft-com:office:office"><head><style>p.MsoNormal{margin:0}</style></head>
<body><h1>会议概况</h1><p class=MsoNormal style="text-indent:2em"><b>11月20日</b>，推介会召开。</p>
<p class=MsoListParagraph style='mso-list:l0 level1 lfo1'><![if !supportLists]><span style='mso-list:Ignore'>·</span><![endif]>签约项目12个</p>
<table class=MsoTableGrid><tr><td><p class=MsoNormal>项目</p></td><td><p class=MsoNormal>新材料园</p></td></tr></table>
<p class=MsoNormal><img width=554 height=369 src="file:///C:/Users/li/clip_image002.jpg"></p></body></html>`;

const picture = () =>
  sharp({ create: { width: 1200, height: 800, channels: 3, background: '#3a7ca5' } })
    .jpeg()
    .toBuffer();

async function lookedOver(page: Page): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
}

/** Presses a button of a form and waits for what the page then says. */
async function press(page: Page, name: string): Promise<void> {
  await page.getByRole('button', { name, exact: true }).click();
  await page.locator('[role=status].surface').first().waitFor();
}

test(
  'an article is written in two languages, sent back, corrected, published, found, and withdrawn with its reason',
  async () => {
    const desk = await theDesk();
    let path = '';
    await visit('/zh/desk', { ...desktop, storageState: desk.editor }, async ({ page }) => {
      await lookedOver(page);
      path = await beginArticle(page, '新材料产业推介会');
      await page.locator('.ProseMirror').click();
      await pasteMarkup(page, fromWord);
      await page.locator('.ProseMirror figure').click();
      const file = { name: '会场.jpg', mimeType: 'image/jpeg', buffer: await picture() };
      await page.setInputFiles('#figure-file', file);
      await page.locator('dialog img').waitFor();
      await page.fill('#figure-alt', '推介会会场全景');
      await expectAccessible(page);
      await page.locator('dialog').getByRole('button', { name: '确定' }).click();
      await page.fill('#article-summary', '十二个项目签约。');
      await page.locator('section input[type=file]').setInputFiles({
        ...{ name: '议程.txt', mimeType: 'text/plain', buffer: Buffer.from('一、致辞') },
      });
      await page.locator('section ol li').waitFor();
      await press(page, '保存');
      await lookedOver(page);
      await page.goto(`${path}?edition=en`);
      await page.fill('#article-title', 'New materials forum');
      await page.locator('.ProseMirror').click();
      await page.keyboard.type('Twelve projects were signed.');
      await press(page, '保存并送审');
      await lookedOver(page);
    });
    const id = /\d+$/.exec(path)?.[0] ?? '';
    await visit(`${path}/review`, { ...desktop, storageState: desk.publisher }, async ({ page }) => {
      await page.goto(`${path}/review?edition=zh&comment=1`);
      await lookedOver(page);
      await page.getByLabel('您的评论').fill('请写明年份。');
      await page.getByRole('button', { name: '添加评论' }).click();
      await page.locator('[role=status].surface').waitFor();
      await page.getByLabel('需要修改什么').fill('请写明年份');
      await page.getByRole('button', { name: '退回修改' }).click();
      await page.locator('.tag', { hasText: '已退回' }).waitFor();
    });
    await visit(`${path}?edition=zh`, { ...desktop, storageState: desk.editor }, async ({ page }) => {
      await page.locator('.tag', { hasText: '已退回' }).waitFor();
      await page.locator('.ProseMirror p').first().click();
      await page.keyboard.press('Home');
      await page.keyboard.type('2026年');
      await press(page, '保存并送审');
    });
    await visit(`${path}/review?edition=zh`, { ...desktop, storageState: desk.publisher }, async ({ page }) => {
      await page.getByRole('button', { name: '发布', exact: true }).click();
      await page.locator('.tag', { hasText: '已发布' }).waitFor();
    });
    await visit(`/zh/news/${id}`, desktop, async ({ page }) => {
      await lookedOver(page);
      expect(await page.locator('main').innerText()).toContain('2026年');
      const shown = page.getByAltText('推介会会场全景');
      await shown.scrollIntoViewIfNeeded();
      expect(
        await shown.evaluate((image: HTMLImageElement) => image.decode().then(() => image.naturalWidth)),
      ).toBeGreaterThan(0);
      expect(
        (await page.request.get((await page.getByRole('link', { name: /议程/ }).getAttribute('href')) ?? '')).status(),
      ).toBe(200);
      expect(await (await page.request.get('/zh/news/feed.atom')).text()).toContain('新材料产业推介会');
      await page.goto('/zh/search?q=%E6%96%B0%E6%9D%90%E6%96%99%E4%BA%A7%E4%B8%9A%E6%8E%A8%E4%BB%8B%E4%BC%9A');
      await page.locator(`main a[href$="/news/${id}"]`).first().waitFor();
    });
    await visit(`/en/news/${id}`, phone, async ({ page }) => {
      await lookedOver(page);
      expect(await page.locator('main').innerText()).toContain('Twelve projects were signed.');
    });
    await visit(`${path}/review?edition=zh`, { ...desktop, storageState: desk.publisher }, async ({ page }) => {
      // Opened before the page's script has come, it would be closed again.
      await page.waitForLoadState('networkidle');
      await page.locator('summary', { hasText: '撤回' }).click();
      await page.fill('#reason', '数字有误，核实后重新发布');
      await page.getByRole('button', { name: '撤回', exact: true }).click();
      await page.locator('.tag', { hasText: '已撤回' }).waitFor();
    });
    await visit(`/zh/news/${id}`, desktop, async ({ page, status }) => {
      expect(status).toBe(410);
      expect(await page.locator('main').innerText()).toContain('数字有误，核实后重新发布');
    });
  },
  patience,
);

test(
  'an article is written by keyboard alone: formatted, saved, left',
  async () => {
    const { editor } = await theDesk();
    await visit('/zh/desk/articles/new', { ...desktop, storageState: editor }, async ({ page }) => {
      const { keyboard } = page;
      // The cursor stands in the title as soon as the page is ready.
      await page.locator('input[name=title]:focus, textarea[name=title]:focus').waitFor();
      await page.waitForLoadState('networkidle');
      await keyboard.type('只用键盘写的文章');
      await keyboard.press('Enter');
      await page.waitForURL(/\/desk\/articles\/\d+/);
      await page.locator('.ProseMirror').waitFor();
      await page.locator('#article-summary').focus();
      await keyboard.press('Tab');
      // The toolbar is one stop; then comes the text.
      expect(await focusedRole(page)).toBe('button');
      await keyboard.press('Tab');
      expect(await focusedRole(page)).toBe('textbox');
      await keyboard.type('## 小标题');
      await keyboard.press('Enter');
      await keyboard.type('正文');
      await keyboard.press('Control+b');
      await keyboard.type('加粗');
      await keyboard.press('Alt+F10');
      expect(await focusedRole(page)).toBe('button');
      await keyboard.press('Escape');
      expect(await page.locator('.ProseMirror').innerHTML()).toBe('<h2>小标题</h2><p>正文<strong>加粗</strong></p>');
      await keyboard.press('Escape');
      await keyboard.press('Tab');
      expect(await page.evaluate(() => document.activeElement?.textContent?.trim())).toBe('保存');
      await keyboard.press('Enter');
      await page.locator('[role=status].surface').waitFor();
      await lookedOver(page);
    });
  },
  patience,
);

function focusedRole(page: Page): Promise<string | undefined> {
  return page.evaluate(() => document.activeElement?.getAttribute('role') ?? document.activeElement?.localName);
}

test(
  'without script an article is begun, written, saved and handed in',
  async () => {
    const { editor } = await theDesk();
    await visit('/zh/desk', { ...desktop, javaScriptEnabled: false, storageState: editor }, async ({ page }) => {
      await beginArticle(page, '没有脚本也能写');
      await page.fill('#article-body', '## 概况\n第一段\n- 一项');
      await press(page, '保存');
      const kept = await page.locator('#article-body').inputValue();
      expect(kept.split(/\n+/)).toEqual(['## 概况', '第一段', '- 一项']);
      await press(page, '保存并送审');
      await page.locator('.tag', { hasText: '待审' }).waitFor();
      await expectNoSidewaysScroll(page);
    });
  },
  patience,
);

test(
  'on a phone in the dark the menu is closed, the text is saved, and nothing is wider than the screen',
  async () => {
    const { editor } = await theDesk();
    await visit('/zh/desk', { ...phone, storageState: editor }, async ({ page }) => {
      expect(await page.locator('nav details a').first().isVisible()).toBe(false);
      await lookedOver(page);
      await page.locator('nav details summary').tap();
      expect(await page.locator('nav details a').first().isVisible()).toBe(true);
      const path = await beginArticle(page, '手机上写的文章');
      await page.locator('.ProseMirror').tap();
      await page.keyboard.type('在路上写的。');
      await press(page, '保存');
      await lookedOver(page);
      for (const part of ['preview?edition=zh', 'review', 'revisions?edition=zh']) {
        await page.goto(`${path}/${part}`);
        await lookedOver(page);
      }
    });
  },
  patience,
);

test(
  'whoever publishes personal data is asked for the reason beside the button, and the checks lead to the place',
  async () => {
    const { publisher } = await theDesk();
    await visit('/zh/desk', { ...desktop, storageState: publisher }, async ({ page }) => {
      await beginArticle(page, '公示名单');
      await page.locator('.ProseMirror').click();
      await page.keyboard.type('第一段');
      await page.keyboard.press('Enter');
      await page.keyboard.type('身份证号 11010519491231002X');
      await page.locator('.findings .must').getByRole('link').click();
      expect(await page.evaluate(() => getSelection()?.anchorNode?.textContent)).toContain('身份证号');
      await page.getByRole('button', { name: '保存并发布' }).click();
      await page.locator('#article-confirmed[aria-invalid]').waitFor();
      await lookedOver(page);
      await page.fill('#article-confirmed', '依法公示，已征得本人同意');
      await press(page, '保存并发布');
      await page.locator('.tag', { hasText: '已发布' }).waitFor();
    });
  },
  patience,
);
