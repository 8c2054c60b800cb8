import { sql } from 'drizzle-orm';
import { beforeAll, describe, expect, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { langs } from '#language/lang.ts';
import { issueLetters } from '#tasks/write-letter.server.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { milestone, task, unit } from '../support/owed.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';

const zone = '32101026';
const phone = { viewport: { width: 375, height: 800 } };
const withoutScript = { ...phone, javaScriptEnabled: false };
const picture = {
  name: '现场.png',
  mimeType: 'image/png',
  buffer: Buffer.from(
    'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
    'base64',
  ),
};

/** A task with two milestones and a letter to its person, sent so many days ago. */
function letter(name: string, daysAgo = 0): Promise<{ id: number; first: number; token: string }> {
  return withSiteDatabase(({ inTransaction }) =>
    inTransaction(theSystem, async (tx) => {
      const lead = await unit(tx, zone, `科技局${name}`);
      const email = `${name}@zone.example`;
      const begins = { beginsOn: dateOf(new Date(Date.now() - 40 * 86_400_000)), dueOn: '2027-12-31' };
      const id = await task(tx, { zone, title: '建成概念验证中心', lead, email, ...begins });
      const first = await milestone(tx, id, { title: '完成选址', dueOn: '2027-06-15' });
      await milestone(tx, id, { title: '揭牌运行', dueOn: '2027-11-15' });
      const reader = { role: 'person', name: '王经办', email, accountId: null, lang: 'zh', wish: 'at-once' } as const;
      const sent = new Date(Date.now() - daysAgo * 86_400_000);
      const [token = ''] = await issueLetters(tx, [{ taskId: id, zoneCode: zone, reader }], sent);
      return { id, first, token };
    }),
  );
}

test('somebody reports from a phone with the link of a letter, without script and without signing in', async () => {
  const { id, first, token } = await letter('phone');
  const began = Date.now();
  await visit(`/zh/report/${token}`, withoutScript, async ({ page, status, scripts }) => {
    expect(status).toBe(200);
    await page.check(`#tick-${first}`);
    await page.fill('#body', '选址已定，正在办理手续。');
    await page.setInputFiles('#file', picture);
    await page.click('main form button');
    const thanks = await page.textContent('main');
    expect(thanks).toContain('已收到，谢谢');
    expect(thanks).toContain('1 个节点已标记为完成');
    expect(thanks).toContain('完成度 0% → 50%');
    expect(scripts).toEqual([]);
  });
  expect(Date.now() - began).toBeLessThan(60_000);
  const { rows } = await withSiteDatabase(({ inTransaction }) =>
    inTransaction(theSystem, (tx) =>
      tx.execute(sql`select via, body, (select title from task_evidence where report_id = report.id) as shown
        from report where task_id = ${id}`),
    ),
  );
  expect(rows).toEqual([{ via: 'letter', body: '选址已定，正在办理手续。', shown: '现场.png' }]);
  await visit(`/zh/report/${token}`, withoutScript, async ({ page }) => {
    expect(await page.inputValue('#body')).toBe('选址已定，正在办理手续。');
    expect(await page.locator('.tick').count()).toBe(1);
  });
});

test('a sentence that is missing is asked for beside its field, and what was ticked stays', async () => {
  const { first, token } = await letter('missing');
  await visit(`/zh/report/${token}`, withoutScript, async ({ page }) => {
    await page.check(`#tick-${first}`);
    await page.fill('#body', ' ');
    await page.click('main form button');
    expect(await page.textContent('#body-problem')).toContain('一句话');
    expect(await page.isChecked(`#tick-${first}`)).toBe(true);
  });
});

test('a link that has expired says so and sends a new one', async () => {
  const { token } = await letter('expired', 40);
  await visit(`/en/report/${token}`, withoutScript, async ({ page }) => {
    expect(await page.textContent('main')).toContain('The link has expired');
    await page.click('main form button');
    expect(await page.textContent('main')).toContain('on its way');
  });
});

test('the page of a letter is kept by nobody and shown in no search', async () => {
  const { token } = await letter('kept');
  await visit(`/zh/report/${token}`, phone, async ({ page }) => {
    const answer = await page.request.get(page.url());
    expect(answer.headers()['cache-control']).toBe('private, no-store');
    expect(await page.getAttribute('meta[name="robots"]', 'content')).toBe('noindex');
  });
});

test.each(langs)(
  'the page of a letter fits a phone and breaks no rule of accessibility, light or dark: %s',
  async (lang) => {
    const { token, first } = await letter(`fits${lang}`);
    for (const colorScheme of ['light', 'dark'] as const)
      for (const path of [`/${lang}/report/${token}`, `/${lang}/report/unknown`])
        await visit(path, { ...phone, colorScheme }, async ({ page }) => {
          if (path.endsWith(token)) await page.check(`#tick-${first}`);
          await expectAccessible(page);
          await expectNoSidewaysScroll(page);
        });
  },
);

describe('written reports', () => {
  let publisher: Reader;
  beforeAll(async () => {
    const { storageState } = await signedIn('asker', { role: 'publisher', zone });
    publisher = { storageState, viewport: { width: 1366, height: 900 } };
  });

  test('a question goes to two blocks, one answers, and it is compared and downloaded', async () => {
    const names = ['北桥镇', '望亭镇'];
    await withSiteDatabase(({ inTransaction }) =>
      inTransaction(theSystem, async (tx) => {
        for (const name of names) {
          const block = await unit(tx, zone, name);
          await task(tx, { zone, title: `${name}的任务`, lead: block });
        }
      }),
    );
    await visit('/zh/desk/rounds/new', publisher, async ({ page }) => {
      await page.fill('#titleZh', '三季度推进情况');
      await page.fill('#questionZh', '最大的堵点是什么，需要区里协调什么？');
      await page.fill('#dueOn', '2027-09-30');
      for (const box of await page.locator('input[name=unit]').all()) await box.uncheck();
      for (const name of names) await page.getByLabel(name, { exact: true }).check();
      await page.click('form.ask button');
      await page.waitForURL(/rounds\/\d+$/);
      const round = page.url();
      await page.getByRole('link', { name: '修改', exact: true }).click();
      await page.waitForURL(/edit$/);
      expect(await page.textContent('form.ask')).toContain('北桥镇');
      await page.fill('#dueOn', '2027-10-15');
      await expectAccessible(page);
      await page.click('form.ask button');
      await page.waitForURL(/did=change$/);
      expect(await page.textContent('main')).toContain('时限 2027-10-15');
      await page.getByLabel('望亭镇：填写').click();
      await page.waitForURL(/rounds\/\d+\/\d+$/);
      expect(await page.textContent('main')).toContain('望亭镇的任务');
      await page.fill('#body', '用地指标还差 20 亩，请协调。');
      await expectAccessible(page);
      await page.getByRole('button', { name: '提交' }).click();
      await page.waitForURL(/did=handed-in/);
      await page.goto(round);
      expect(await page.textContent('main')).toContain('用地指标还差 20 亩');
      await expectAccessible(page);
      const digest = await page.request.get(`${round}/digest`);
      expect(digest.headers()['content-type']).toContain('wordprocessingml');
      expect((await digest.body()).subarray(0, 2).toString()).toBe('PK');
    });
  });

  test('the calendar of the site is an operator’s', async () => {
    await visit('/zh/desk/platform/calendar', publisher, async ({ status }) => {
      expect(status).toBe(403);
      await Promise.resolve();
    });
  });
});

test.each(langs)('an operator adds days to the calendar, and sees them in its year: %s', async (lang) => {
  const { storageState } = await signedIn('keeper-of-days', { role: 'operator' });
  const wide = { storageState, viewport: { width: 1366, height: 900 } };
  await visit(`/${lang}/desk/platform/calendar`, wide, async ({ page }) => {
    await page.fill('#from', '2026-12-24');
    await page.fill('#name', '本地放假');
    await page.getByRole('button', { name: /^(保存|Save)$/ }).click();
    await page.getByRole('status').waitFor();
    await expectAccessible(page);
    await page.getByLabel(/2026-12-24/).click();
    await page.getByRole('status').waitFor();
  });
});
