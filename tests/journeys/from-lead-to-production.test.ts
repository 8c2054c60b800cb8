import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { visit, type Reader } from '../support/browser.ts';
import { listing, organisation } from '../support/connections.ts';
import { block } from '../support/projects-standing.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';
import { as, expectNothingThere, look, phone, text } from '../support/walk.ts';

const [zone, elsewhere] = ['32101026', '34101002'];
const name = '磁悬浮鼓风机量产项目';

const people: Record<string, Reader> = {};
let connection = 0;
let block1 = 0;
/** Where the project stands at the desk, once there is one. */
let path = '';

beforeAll(async () => {
  let block2 = 0;
  await withSiteDatabase((database) =>
    database.inTransaction(commandLine, async (tx) => {
      block1 = await block(tx, zone, '澄湖产业园');
      block2 = await block(tx, zone, '漕湖产业园');
      const firm = await organisation(tx, { kind: 'enterprise', zone, name: '苏州澄气流体科技有限公司' });
      const lab = await organisation(tx, { kind: 'institute', zone: elsewhere, name: '合肥磁轴承研究所' });
      const need = await listing(tx, { side: 'need', organisation: firm, zone, title: '磁悬浮轴承' });
      const offer = await listing(tx, { side: 'offer', organisation: lab, zone: elsewhere, title: '主动磁轴承' });
      const { rows } = await tx.execute<{ id: string }>(sql`
        insert into connection (need_id, offer_id, need_organisation_id, offer_organisation_id, need_zone_code,
          offer_zone_code, origin, state, need_accepted_at, offer_accepted_at)
        values (${need}, ${offer}, ${firm}, ${lab}, ${zone}, ${elsewhere}, 'board', 'agreement', now(), now()) returning id`);
      connection = Number(rows[0]?.id);
    }),
  );
  people['broker'] = await signedIn('lead-broker', { role: 'broker', zone });
  people['leader'] = await signedIn('lead-leader', { role: 'leader', zone });
  people['officer'] = await signedIn('lead-officer', { role: 'officer', zone, unit: block1 });
  people['other officer'] = await signedIn('lead-other-officer', { role: 'officer', zone, unit: block2 });
  people['stranger'] = await signedIn('lead-stranger', { role: 'leader', zone: elsewhere });
});

const reader = (who: string): Reader => as({ ...people[who] });

/** Opens the form of that action, fills it in and sends it. */
async function send(page: Page, action: string, fields: Readonly<Record<string, string>>): Promise<void> {
  const box = page.locator(`details:has(form[action="?/${action}"])`);
  if (!(await box.evaluate((one: HTMLDetailsElement) => one.open))) await box.locator('summary').click();
  for (const [key, value] of Object.entries(fields)) {
    const field = box.locator(`[name="${key}"]`);
    const isChosen = (await field.evaluate((one) => one.tagName)) === 'SELECT';
    await (isChosen ? field.selectOption(value) : field.fill(value));
  }
  await box.locator('form button').click();
}

const moveTo = async (page: Page, to: string, on: string) => {
  await send(page, 'move', { to, on });
  await page.waitForURL(/done=moved/);
};

test('an agreement becomes a lead of the zone, and a second lead of it is shown the first', async () => {
  await visit(`/zh/desk/connections/${connection}`, reader('broker'), async ({ page }) => {
    await page.getByRole('button', { name: '转为投资项目' }).click();
    await page.waitForURL(/projects\/new\?connection=/);
    expect(await page.inputValue('[name=investorName]')).toBe('苏州澄气流体科技有限公司');
    await page.fill('[name=nameZh]', name);
    await page.fill('[name=since]', '2025-01-06');
    await look(page, 'lead-01-new');
    await page.getByRole('button', { name: '新增项目' }).click();
    await page.waitForURL(/done=added/);
    path = new URL(page.url()).pathname;
    await look(page, 'lead-02-lead');
  });
  await visit('/zh/desk/projects/new', reader('leader'), async ({ page }) => {
    await page.fill('[name=nameZh]', '磁悬浮鼓风机量产');
    await page.getByRole('button', { name: '新增项目' }).click();
    await page.getByText('可能已有这个项目').waitFor();
    expect(await text(page)).toContain(name);
    await look(page, 'lead-03-alike');
    await page.getByRole('button', { name: '就是这个项目' }).first().click();
    await page.waitForURL(/done=tied/);
    expect(new URL(page.url()).pathname).toBe(path);
  });
});

test('it goes on as far as its gates let it: each says what is missing, and no further', () =>
  visit(path, reader('broker'), async ({ page }) => {
    await send(page, 'move', { to: 'assessed', on: '2025-02-03' });
    await page.getByRole('alert').getByText('行业').waitFor();
    await page.goto(`${path}/edit`);
    await page.fill('[name=summaryZh]', '年产三千台磁悬浮鼓风机');
    await page.fill('[name=industries]', '通用设备制造业');
    await page.fill('[name=managerName]', '陆经理');
    await page.fill('[name=plannedInvestment]', '6亿元');
    await page.fill('[name=plannedFixedAssets]', '4亿元');
    await page.fill('[name=site]', '澄湖路 18 号');
    await page.fill('[name=completedBy]', '2026-06-30');
    await page.selectOption('[name=blockId]', String(block1));
    await page.locator('main form button').last().click();
    await page.waitForURL(/done=saved/);
    expect(await text(page)).toContain('34 通用设备制造业');
    await moveTo(page, 'assessed', '2025-02-03');
    await moveTo(page, 'negotiating', '2025-03-03');
    await send(page, 'move', { to: 'signed', on: '2025-04-10' });
    await page.getByRole('alert').getByText('有效的签约记录').waitFor();
    await look(page, 'lead-04-gate');
  }));

/** How the figures of the year count it, and what their number of signed projects opens. */
async function counted(): Promise<{ signed: number; listed: number; isThere: boolean }> {
  let answer = { signed: 0, listed: 0, isThere: false };
  await visit(`/zh/desk/projects/conversion?by=block&block=${block1}`, reader('leader'), async ({ page }) => {
    const number = page.getByRole('link', { name: /^澄湖产业园 签约：/ });
    if ((await number.count()) === 0) return;
    const signed = Number(await number.innerText());
    await look(page, 'lead-05-conversion');
    await number.click();
    await page.waitForURL(/count=once/);
    const listed = await page.locator('tbody tr').count();
    answer = { signed, listed, isThere: (await text(page)).includes(name) };
  });
  return answer;
}

test('a framework and then a contract are one project; an addition counts what it adds', async () => {
  expect(await counted()).toEqual({ signed: 0, listed: 0, isThere: false });
  await visit(path, reader('officer'), async ({ page }) => {
    await send(page, 'sign', { kind: 'framework', amount: '6亿元', signedOn: '2025-04-08' });
    await page.waitForURL(/done=signed/);
    await moveTo(page, 'signed', '2025-04-10');
    await send(page, 'move', { to: 'approval', on: '2025-06-20' });
    await page.getByRole('alert').getByText('正式合同').waitFor();
    await page.goto(path);
    await send(page, 'sign', { kind: 'formal', amount: '5亿元', signedOn: '2025-06-18' });
    await page.waitForURL(/done=signed/);
    await send(page, 'sign', { kind: 'addition', amount: '10000', signedOn: '2025-09-01' });
    await page.waitForURL(/done=signed/);
    const said = await text(page);
    expect(said).toContain('自 2025-04-08 起按“框架协议”计为签约项目');
    expect(said).toMatch(/协议投资额\s*6 亿元/);
  });
  expect(await counted()).toEqual({ signed: 1, listed: 1, isThere: true });
});

test('money arrives, and it goes through approval to production', () =>
  visit(path, reader('broker'), async ({ page }) => {
    await moveTo(page, 'approval', '2025-09-15');
    await send(page, 'arrive', { kind: 'capital', amount: '1.5亿元', arrivedOn: '2025-10-10', source: '验资报告' });
    await page.waitForURL(/done=arrived/);
    await moveTo(page, 'started', '2025-11-01');
    await send(page, 'move', { to: 'completed', on: '2026-06-20' });
    await page.getByRole('alert').getByText('固定资产').waitFor();
    await page.goto(path);
    await send(page, 'arrive', {
      kind: 'fixed-assets',
      amount: '3.8亿元',
      arrivedOn: '2026-06-01',
      source: '统计联网直报',
    });
    await page.waitForURL(/done=arrived/);
    await moveTo(page, 'completed', '2026-06-20');
    await moveTo(page, 'in-production', '2026-08-01');
    expect(await text(page)).toMatch(/到位资金\s*1.5 亿元/);
    await look(page, 'lead-06-production');
    await page.setViewportSize(phone.viewport);
    await page.reload();
    await look(page, 'lead-07-production-phone');
  }));

test('figures, board and timeline show it once, with the days it took', async () => {
  expect(await counted()).toEqual({ signed: 1, listed: 1, isThere: true });
  await visit(`/zh/desk/projects/conversion?by=block&block=${block1}`, reader('leader'), async ({ page }) => {
    const cell = page.locator('td', { has: page.getByRole('link', { name: /^澄湖产业园 投产：/ }) });
    expect(await cell.innerText()).toMatch(/^1\s+100%/);
    const sums = page.locator('tr', { hasText: '澄湖产业园' }).first();
    expect(await sums.innerText()).toMatch(/6 亿元\s+1.5 亿元\s+25%/);
  });
  await visit(`/zh/desk/projects/board?block=${block1}`, reader('leader'), async ({ page }) => {
    const column = page.getByRole('region', { name: /^投产/ });
    expect(await column.getByRole('link', { name }).count()).toBe(1);
    expect(await page.locator('main').getByRole('link', { name }).count()).toBe(1);
  });
  await visit(`/zh/desk/projects/timeline?block=${block1}`, reader('leader'), async ({ page }) => {
    const row = page.locator('tr', { hasText: name });
    await page.locator('summary').last().click();
    expect(await row.innerText()).toContain('2025-11-01');
    await look(page, 'lead-08-timeline');
  });
});

test('another unit’s officer reads it and changes nothing; another zone finds nothing', async () => {
  await visit(path, reader('other officer'), async ({ page, status }) => {
    expect(status).toBe(200);
    expect(await page.locator('main form[method=post]').count()).toBe(0);
    const origin = new URL(page.url()).origin;
    const sent = {
      form: { to: 'lead', on: '2026-09-01', reason: '退回' },
      headers: { origin, 'x-sveltekit-action': 'true' },
    };
    const refused: { type: string; status: number } = await (await page.request.post(`${path}?/move`, sent)).json();
    expect(refused).toMatchObject({ type: 'failure', status: 422 });
    await page.reload();
    expect(await text(page)).toContain('达产');
  });
  await expectNothingThere([path, `${path}/edit`, `${path}/family`], [people['stranger'] ?? {}]);
});
