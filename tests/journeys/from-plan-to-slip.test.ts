import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { addDays } from '#calendar/workdays.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import { raiseSlips } from '#slips/write-nightly.server.ts';
import { refreshTasks } from '#tasks/write-standing.server.ts';
import { issueLetters } from '#tasks/write-letter.server.ts';
import { visit, type Reader } from '../support/browser.ts';
import { planDocument, taskList, testingPlan } from '../support/plan-files.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';
import { putRight } from '../support/plan-pages.ts';
import { as, button, expectNothingThere, look, phone, text } from '../support/walk.ts';

const here = '32101026';
const there = '34101002';
const today = dateOf(new Date());
const year = Number(today.slice(0, 4));
const { title, first, document, rows } = testingPlan(year);

let publisher: Reader;
let leader: Reader;
let officer: Reader & { readonly accountId: number };
let otherOfficer: Reader;
let stranger: Reader;
let plan = '';
let task = '';
let slip = '';

const inSite = <T>(work: (tx: Tx) => Promise<T>) =>
  withSiteDatabase((database) => database.inTransaction(theSystem, work));

const idOf = (path: string) => Number(/\d+$/.exec(path)?.[0]);

async function unit(name: string): Promise<number> {
  const { rows: made } = await inSite((tx) =>
    tx.execute<{ id: string }>(sql`insert into unit (zone_code, kind, name_zh, name_en)
      values (${here}, 'unit', ${name}, '') returning id`),
  );
  return Number(made[0]?.id);
}

/** What the night after that day does. */
const nightOf = (day: string) =>
  inSite(async (tx) => {
    await refreshTasks(tx, { today: day });
    await raiseSlips(tx, day);
  });

/** As if everything about the slip had happened so many days earlier. */
const daysPass = (days: number) =>
  inSite((tx) =>
    tx.execute(sql`with earlier as (update slip set raised_on = raised_on - ${days}::int where id = ${idOf(slip)} returning id)
      update slip_event set happened_on = happened_on - ${days}::int where slip_id in (select id from earlier)`),
  );

beforeAll(async () => {
  const [lead, other] = [await unit('检测产业局'), await unit('检测招商局')];
  publisher = await signedIn('plan-publisher', { role: 'publisher', zone: here });
  leader = await signedIn('plan-leader', { role: 'leader', zone: here });
  officer = await signedIn('plan-officer', { role: 'officer', zone: here, unit: lead });
  otherOfficer = await signedIn('plan-other-officer', { role: 'officer', zone: here, unit: other });
  stranger = await signedIn('plan-stranger', { role: 'publisher', zone: there });
});

test('a publisher writes a plan, and its document and its task list propose what it holds', () =>
  visit('/zh/desk/plans', as(publisher), async ({ page }) => {
    await page.getByRole('link', { name: '新建实施方案' }).first().click();
    await page.waitForURL(/plans\/new$/);
    await page.fill('#titleZh', title);
    await page.fill('#titleEn', 'Plan for the testing industry');
    await page.fill('#issuerZh', '相城区人民政府');
    await page.fill('#issuerEn', 'People’s Government of Xiangcheng District');
    await page.fill('#issuedOn', `${year - 1}-02-01`);
    await page.fill('#beginsOn', `${year - 1}-02-01`);
    await page.fill('#endsOn', `${year + 1}-12-31`);
    await page.fill('#summaryZh', '建成长三角领先的检验检测产业集群。');
    await page.fill('#summaryEn', 'A leading cluster of testing and inspection.');
    await look(page, 'plan-01-new');
    await page.locator('main form button').last().click();
    await page.waitForURL(/plans\/\d+\?done=add$/);
    plan = new URL(page.url()).pathname;
    await look(page, 'plan-02-draft');
    const docx = { name: '实施方案.docx', mimeType: 'application/octet-stream', buffer: await planDocument(document) };
    await page.setInputFiles('#file', docx);
    await page.locator('form[action="?/attach"] button').click();
    await page.getByText('已附上正文文件。').waitFor();
    await page.getByRole('link', { name: '从文件提取' }).first().click();
    await page.waitForURL(/proposals$/);
    await page.setInputFiles('#file', docx);
    await page.getByRole('button', { name: '读取文件' }).click();
    await page.getByText(/读取完成，提取 4 条/).waitFor();
    await look(page, 'plan-03-proposals');
    await page.setInputFiles('#file', {
      ...{ name: '任务清单.xlsx', mimeType: 'application/octet-stream' },
      buffer: await taskList(`${year}年重点任务清单`, rows),
    });
    await page.getByRole('button', { name: '读取文件' }).click();
    await page.getByText(/读取完成，提取 2 条/).waitFor();
    await putRight(page, { task: rows[1][1], number: '1', helper: '检测招商局' });
    await button(page, '采纳本页全部').click();
    await page.getByText('已采纳 6 条。').waitFor();
    await page.getByRole('link', { name: '集群、指标和任务' }).first().click();
    await page.waitForURL(/progress$/);
    expect(await text(page)).toMatch(/检验检测服务业产值[\s\S]*出台检测设备共享办法[\s\S]*引进检测机构/);
    await look(page, 'plan-04-progress');
  }));

test('the task gets its person and a milestone, and the plan comes into force and before the public', () =>
  visit(`${plan}/progress`, as(publisher), async ({ page }) => {
    await page.getByRole('link', { name: new RegExp(first) }).click();
    await page.waitForURL(/tasks\/\d+$/);
    task = new URL(page.url()).pathname;
    await look(page, 'plan-05-task');
    await page.getByRole('link', { name: '修改' }).click();
    await page.waitForURL(/edit$/);
    await page.fill('#personName', '王经办');
    await page.selectOption('#isPublic', 'yes');
    await page.selectOption('#personAccountId', String(officer.accountId));
    await page.locator('[name=m-zh]').first().fill('完成选址');
    await page
      .locator('[name=m-due]')
      .first()
      .fill(`${year + 1}-03-31`);
    await look(page, 'plan-06-task-edit');
    await page.locator('button[name=do][value=save]').click();
    await page.waitForURL(/tasks\/\d+\?did=save$/);
    await page.goto(plan);
    await button(page, '开始实施').click();
    await page.getByText('方案开始实施。').waitFor();
    await button(page, '公开方案').click();
    await page.getByText('已公开。').waitFor();
    await page.getByRole('link', { name: '查看公开页面' }).click();
    await page.waitForURL(/\/zh\/plans\/\d+$/);
    expect(await text(page)).toContain(first);
    expect(await text(page)).not.toContain('王经办');
    await look(page, 'plan-07-public');
  }));

test('the unit’s person reports from the letter, on a phone, without script and without signing in', async () => {
  const id = idOf(task);
  const [token = ''] = await inSite((tx) => {
    const reader = { role: 'person', name: '王经办', email: 'plan-officer@zone.example', lang: 'zh' } as const;
    const to = { ...reader, accountId: officer.accountId, wish: 'at-once' } as const;
    return issueLetters(tx, [{ taskId: id, zoneCode: here, reader: to }], new Date());
  });
  await visit(`/zh/report/${token}`, { ...phone, javaScriptEnabled: false }, async ({ page }) => {
    await page.locator('input[type=checkbox]').first().check();
    await page.fill('#body', '选址已经确定，正在办理用地手续。');
    await page.setInputFiles('#file', {
      ...{ name: '选址意见.txt', mimeType: 'text/plain', buffer: Buffer.from('同意选址') },
    });
    await page.click('main form button');
    expect(await text(page)).toContain('完成度 0% → 100%');
  });
  await visit(task, as(leader), async ({ page }) => {
    expect(await text(page)).toMatch(/选址已经确定[\s\S]*选址意见\.txt/);
    await look(page, 'plan-08-reported');
  });
});

test('a missed date turns the light red and raises a slip, and the public sees the light', async () => {
  await inSite(async (tx) => {
    const [missed, begun] = [addDays(today, -12), addDays(today, -200)];
    await tx.execute(
      sql`update milestone set done_on = null, report_id = null, due_on = ${missed} where task_id = ${idOf(task)}`,
    );
    await tx.execute(sql`update task set begins_on = ${begun}, due_on = ${missed} where id = ${idOf(task)}`);
  });
  await nightOf(today);
  await visit(task, as(leader), async ({ page }) => {
    expect(await text(page)).toContain('逾期');
    await look(page, 'plan-09-overdue');
    await page.getByRole('link', { name: /^DB-.*中试基地/ }).click();
    await page.waitForURL(/slips\/\d+$/);
    slip = new URL(page.url()).pathname;
    expect(await page.locator('.facts').innerText()).toContain('蓝');
    await look(page, 'plan-10-slip-blue');
  });
  await visit(`/zh/plans/${idOf(plan)}`, phone, async ({ page }) => {
    expect(await text(page)).toContain('逾期');
  });
});

test('nobody answers, and the slip climbs to yellow and to red; its own people are told', async () => {
  await daysPass(6);
  await nightOf(today);
  await visit(slip, as(officer), async ({ page }) => {
    expect(await page.locator('.facts').innerText()).toContain('黄');
  });
  await daysPass(9);
  await nightOf(today);
  await visit('/zh/desk', as(officer), async ({ page }) => {
    await look(page, 'plan-11-officer-desk');
    await page.goto(slip);
    expect(await page.locator('.facts').innerText()).toContain('红');
    await look(page, 'plan-12-slip-red');
  });
});

test('another unit answers nothing, and other zones and visitors find nothing', async () => {
  await visit(slip, as(otherOfficer), async ({ page }) => {
    expect(await page.locator('#answer-note').count()).toBe(0);
    const refused = await page.request.post(`${slip}?/answer`, {
      multipart: { note: '已办' },
      headers: { origin: new URL(page.url()).origin },
    });
    expect(await refused.text()).toContain('"status":422');
    await page.goto(`${task}/report`);
    expect(await page.locator('#body').count()).toBe(0);
    await page.goto(task);
    expect(await page.getByRole('link', { name: '报送进展' }).count()).toBe(0);
  });
  const paths = [plan, `${plan}/progress`, task, `${task}/report`, slip, `${slip}/document`];
  await expectNothingThere(paths, [stranger]);
  for (const path of paths)
    await visit(path, as({}), async ({ page }) => {
      expect(new URL(page.url()).pathname).toBe('/zh/sign-in');
      await Promise.resolve();
    });
  const { rows: told } = await inSite((tx) =>
    tx.execute(
      sql`select count(*)::int as answers from slip_event where slip_id = ${idOf(slip)} and kind = 'answered'`,
    ),
  );
  expect(told).toEqual([{ answers: 0 }]);
});

test('the unit answers and solves it; somebody else rechecks and closes it, and it stays red', async () => {
  await visit(slip, { ...phone, ...officer, javaScriptEnabled: false }, async ({ page }) => {
    await page.fill('#answer-note', '用地手续卡在规划调整，已报区里协调。');
    await page.getByRole('button', { name: '反馈情况' }).click();
    await page.getByText('已办理。').waitFor();
    await page.fill('#answer-note', '手续已办结，现场已经开工。');
    await page.getByRole('button', { name: '报告办结' }).click();
    await page.getByText('已办理。').waitFor();
    expect(await page.locator('#recheck-note').count()).toBe(0);
  });
  await visit('/zh/desk/slips?state=solved', as(leader), async ({ page }) => {
    await look(page, 'plan-13-slips-solved');
    await page.getByRole('link', { name: new RegExp(first) }).click();
    await page.waitForURL(/slips\/\d+/);
    await page.fill('#recheck-note', '到现场看过，属实。');
    await page.getByRole('button', { name: '通过，销号' }).click();
    await page.getByText('已销号').first().waitFor();
    expect(await page.locator('.facts').innerText()).toContain('红');
    await look(page, 'plan-14-closed');
  });
});
