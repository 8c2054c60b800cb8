import { beforeAll, expect, test } from 'vitest';
import { sql } from 'drizzle-orm';
import { commandLine } from '#accounts/actor.ts';
import { langs } from '#language/lang.ts';
import { refreshProjects } from '#projects/write-standing.server.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { block, projectIn } from '../support/projects-standing.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';

const zone = '32101026';
const desktop = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
const withoutScript = { ...desktop, javaScriptEnabled: false };
const desk = (lang: string, path = '') => `/${lang}/desk/projects${path}`;

let leader: Reader;
let stranger: Reader;

beforeAll(async () => {
  await withSiteDatabase((database) =>
    database.inTransaction(commandLine, async (tx) => {
      const town = await block(tx, zone, '望亭工业园');
      const at = { zone, block: town, signed: 320_000_000, arrived: 45_000_000, from: '2024-01-10' };
      await projectIn(tx, { ...at, name: '激光雷达量产线项目', stage: 'in-production', industry: '3984' });
      await projectIn(tx, { ...at, name: '生物制剂基地项目', stage: 'started', industry: '2761' });
      const inTalks = await projectIn(tx, { zone, name: '精密轴承总部项目', stage: 'negotiating', from: '2025-01-10' });
      await projectIn(tx, { zone, name: '氢能压缩机线索', stage: 'lead', from: '2026-09-01' });
      await tx.execute(sql`update project set longitude = 120.55, latitude = 31.42, next_step = '实地考察',
        next_step_on = '2026-10-01' where id = ${inTalks}`);
      await refreshProjects(tx, { today: '2026-11-20' });
    }),
  );
  leader = await signedIn('pipelineleader', { role: 'leader', zone });
  stranger = await signedIn('farleader', { role: 'leader', zone: '34101001' });
});

const views = ['', '/board', '/timeline', '/map', '/meeting', '/conversion'];

test.each(views.flatMap((view) => langs.map((lang) => desk(lang, view))))(
  '%s can be read by everybody, on a screen and on a phone in the dark',
  async (address) => {
    for (const reader of [desktop, phone])
      await visit(address, { ...leader, ...reader }, async ({ page, status }) => {
        expect(status).toBe(200);
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
  },
);

test('another zone’s leader sees none of it', async () => {
  for (const view of views)
    await visit(desk('zh', view), { ...stranger, ...desktop }, async ({ page }) => {
      expect(await page.getByText('激光雷达量产线项目').count()).toBe(0);
    });
});

test('a card goes on without script, or says what its gate still asks for', () =>
  visit(desk('zh', '/board'), { ...leader, ...withoutScript }, async ({ page }) => {
    const move = async (name: string, to: string) => {
      const card = page.locator('li', { has: page.getByRole('link', { name }) });
      await card.locator('summary').click();
      await card.locator('select[name=to]').selectOption(to);
      await card.getByRole('button', { name: '确定' }).click();
    };
    await move('精密轴承总部项目', 'signed');
    const refusal = page.getByRole('alert');
    await refusal.getByText('有效的签约记录').waitFor();
    expect(await refusal.getByRole('link', { name: '打开项目补充' }).getAttribute('href')).toMatch(/\/projects\/\d+$/);
    await page.goto(desk('zh', '/board'));
    await page
      .locator('li', { has: page.getByRole('link', { name: '精密轴承总部项目' }) })
      .locator('summary')
      .click();
    const card = page.locator('li', { has: page.getByRole('link', { name: '精密轴承总部项目' }) });
    await card.locator('input[name=reason]').fill('投资方调整方案');
    await card.locator('select[name=to]').selectOption('assessed');
    await card.getByRole('button', { name: '确定' }).click();
    await page.getByRole('status').getByText('已进入“研判”').waitFor();
  }));

test('a number of the figures opens the projects that it counts', () =>
  visit(desk('zh', '/conversion'), { ...leader, ...desktop }, async ({ page }) => {
    const started = page.getByRole('link', { name: /^2024 开工：/ });
    const count = Number(await started.innerText());
    expect(count).toBeGreaterThanOrEqual(2);
    await started.click();
    await page.waitForURL(/reached=started/);
    expect(await page.locator('tbody tr').count()).toBe(count);
  }));

test('a meeting is recorded, its decision is the unit’s task, and the minutes go out as a document', () =>
  visit(desk('zh', '/meeting'), { ...leader, ...withoutScript }, async ({ page }) => {
    await page.getByText('精密轴承总部项目').first().waitFor();
    await page.getByLabel('主持').fill('张主任');
    await page.getByRole('button', { name: '登记会议' }).click();
    await page.waitForURL(/\/meeting\/\d+$/);
    await page.getByLabel('决定', { exact: true }).fill('十二月底前定下供地方案');
    await page.getByLabel('责任单位').selectOption({ label: '望亭工业园' });
    await page.getByLabel('完成日期').fill('2099-12-31');
    await page.getByRole('button', { name: '写下决定' }).click();
    await page.getByRole('status').waitFor();
    const row = page.locator('tr', { hasText: '十二月底前定下供地方案' });
    expect(await row.locator('a[href*="/desk/tasks/"]').count()).toBe(1);
    const address = await page.getByRole('link', { name: /DOCX/ }).getAttribute('href');
    const minutes = await page.request.get(new URL(address ?? '', page.url()).href);
    expect([minutes.status(), minutes.headers()['content-type']]).toEqual([
      200,
      'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
    ]);
    const here = new URL(page.url()).pathname;
    await visit(here, { ...leader, ...desktop }, ({ page: kept }) => expectAccessible(kept));
    await visit(here, { ...stranger, ...desktop }, async ({ status }) => {
      expect(status).toBe(404);
    });
  }));
