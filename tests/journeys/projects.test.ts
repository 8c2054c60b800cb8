import { mkdirSync } from 'node:fs';
import type { Page } from 'playwright-core';
import { beforeAll, describe, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { signedIn } from '../support/sign-in.ts';

const desktop = { viewport: { width: 1366, height: 900 } };
const zone = '32101026';

let broker: Reader;
let looker: Reader;
let stranger: Reader;
let address = '';
beforeAll(async () => {
  const { storageState } = await signedIn('project-broker', { role: 'broker', zone });
  looker = { storageState, ...desktop };
  broker = { ...looker, javaScriptEnabled: false };
  const other = await signedIn('project-stranger', { role: 'broker', zone: '34101001' });
  stranger = { storageState: other.storageState, ...desktop };
});

/** Pictures to be looked at, where somebody asks for them. */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/projects-${name}.png`, fullPage: true });
}

async function accessible(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await pictured(page, name);
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await page.setViewportSize({ width: 375, height: 740 });
  await expectNoSidewaysScroll(page);
  await pictured(page, `${name}-phone-dark`);
}

const form: Readonly<Record<string, string>> = {
  ...{
    nameZh: '澄光海水淡化装置基地',
    nameEn: 'Chengguang desalination base',
    industries: '3984',
    site: '澄阳路 8 号',
  },
  ...{
    summaryZh: '年产海水淡化膜组件十万支',
    investorName: '澄光光电',
    managerName: '王明',
    plannedInvestment: '5亿元',
  },
  ...{ plannedFixedAssets: '30000', completedBy: '2030-06-30', since: '2025-01-05' },
};

/** Fields that are chosen, not typed; a page without script cannot be asked. */
const choices = ['to', 'kind', 'measure', 'role', 'question', 'result', 'step', 'verdict', 'tag', 'about'];

async function unfolded(page: Page, action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const box = page.locator(`details:has(form[action="?/${action}"])`);
  // A form that was refused stands open already.
  if ((await box.getAttribute('open')) === null) await box.locator('summary').click();
  for (const [name, value] of Object.entries(fields)) {
    const field = box.locator(`[name="${name}"]`);
    await (choices.includes(name) ? field.selectOption(value) : field.fill(value));
  }
  await box.locator('form button').click();
}

describe('a project from lead to its contract, without script', () => {
  test('a broker adds it, and what looks like it is shown before a second one is saved', () =>
    visit(`/zh/desk/projects/new?zone=${zone}`, broker, async ({ page }) => {
      const add = async () => {
        for (const [name, value] of Object.entries(form)) await page.fill(`main [name=${name}]`, value);
        await page.locator('main form[action^="?/add"] button').click();
      };
      await add();
      await page.waitForURL(/\/desk\/projects\/\d+\?done=added/);
      address = new URL(page.url()).pathname;
      await page.goto(`/zh/desk/projects/new?zone=${zone}`);
      await add();
      await page.getByText('可能已有这个项目').waitFor();
      expect(await page.inputValue('[name=nameZh]')).toBe('澄光海水淡化装置基地');
      await pictured(page, 'alike');
      await page.getByRole('button', { name: '就是这个项目' }).click();
      await page.waitForURL(/done=tied/);
      expect(new URL(page.url()).pathname).toBe(address);
    }));

  test('it goes on only as far as its gates let it, and counts from its first signing', () =>
    visit(address, broker, async ({ page }) => {
      await unfolded(page, 'move', { to: 'negotiating', on: '2025-02-10' });
      await page.locator('[role=alert]').getByText('板块或责任单位').waitFor();
      await pictured(page, 'gate');
      await page.goto(`${address}/edit`);
      const units = await page.locator('[name=leadUnitId] option').count();
      if (units > 1) await page.selectOption('[name=leadUnitId]', { index: 1 });
      await page.locator('main form button').last().click();
      await page.waitForURL(/done=saved|edit/);
      await page.goto(address);
      await unfolded(page, 'sign', { kind: 'framework', amount: '5亿元', signedOn: '2025-03-01' });
      await page.waitForURL(/done=signed/);
      await unfolded(page, 'sign', { kind: 'formal', amount: '45000', signedOn: '2025-06-01' });
      await page.waitForURL(/done=signed/);
      await page.getByText('自 2025-03-01 起按“框架协议”计为签约项目').waitFor();
      await unfolded(page, 'arrive', { kind: 'capital', amount: '9000', arrivedOn: '2025-07-01', source: '验资报告' });
      await page.waitForURL(/done=arrived/);
      await unfolded(page, 'measure', { measure: 'jobs', year: '2027', promised: '300' });
      await page.waitForURL(/done=measured/);
      await unfolded(page, 'member', { name: '李工', role: 'permits' });
      await page.waitForURL(/done=team/);
    }));

  test('its checks, permits, milestones, visits and proof are written down where they are read', () =>
    visit(address, broker, async ({ page }) => {
      await unfolded(page, 'check', { result: 'stop', note: '' });
      await page.locator('#check-note-problem').getByText('存疑或否决请写明情况').waitFor();
      await unfolded(page, 'check', { result: 'doubt', note: '资金来源待核' });
      await page.waitForURL(/done=checked/);
      await unfolded(page, 'permit', { appliedOn: '2025-03-03' });
      await page.waitForURL(/done=permit/);
      await page.getByText('“立项备案”应于 2025-03-06 办结').first().waitFor();
      await unfolded(page, 'permit', { appliedOn: '2025-03-03', gotOn: '2025-03-07', note: '补正一次' });
      await page.getByText('超 1 个工作日').waitFor();
      await unfolded(page, 'addMilestone', { name: '主体封顶', dueOn: '2030-01-01' });
      await page.waitForURL(/done=milestone/);
      await unfolded(page, 'visit', {
        ...{
          visitedOn: '2025-08-01',
          visitor: '李强',
          said: '用电紧张',
          promise: '协调增容',
          promisedBy: '2030-09-01',
        },
      });
      await page.waitForURL(/done=visited/);
      await page.getByText('答应：协调增容').waitFor();
      await unfolded(page, 'evidence', {});
      await page.locator('#evidence-file-problem').waitFor();
      expect(await page.getByText('还缺：').count()).toBe(1);
    }));

  test('its parts are together what it was', () =>
    visit(`${address}/family`, broker, async ({ page }) => {
      await unfolded(page, 'split', { 'name-1': '激光器产线', 'amount-1': '10000', reason: '分两个公司实施' });
      await page.waitForURL(/done=split/);
      await page.getByRole('link', { name: '激光器产线' }).waitFor();
    }));

  test.each([
    ['record', '', '自 2025-03-01 起按“框架协议”计为签约项目'],
    ['family', '/family', '激光器产线'],
    ['edit', '/edit', '谁来投'],
  ])('its page %s breaks no rule of accessibility, light or dark, and fits a phone', (name, path, said) =>
    visit(`${address}${path}`, looker, async ({ page }) => {
      await page.getByText(said).first().waitFor();
      await accessible(page, name);
    }),
  );

  test('it can be read in English', () =>
    visit(address.replace('/zh/', '/en/'), looker, async ({ page }) => {
      await page.getByText('Counts as signed since 2025-03-01').waitFor();
      await accessible(page, 'record-en');
    }));

  test('another zone’s broker finds no such page', () =>
    visit(address, stranger, async ({ status }) => expect(status).toBe(404)));
});
