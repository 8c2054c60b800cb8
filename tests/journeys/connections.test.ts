import { mkdirSync } from 'node:fs';
import { sql } from 'drizzle-orm';
import type { Page } from 'playwright-core';
import { beforeAll, expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { answerLinks } from '#connections/answer-link.server.ts';
import { connectionRow } from '#connections/read-row.server.ts';
import { langs } from '#language/lang.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { connectionIn, listing, world, type World } from '../support/connections.ts';
import { signedIn, signedInOperator, withSiteDatabase } from '../support/sign-in.ts';

const wide = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 375, height: 800 } };
const shots = process.env['SHOTS'];

let at: World;
let id: number;
let token: string;
let readers: { operator: Reader; buyer: Reader; maker: Reader };

beforeAll(async () => {
  await withSiteDatabase(({ inTransaction }) =>
    inTransaction(commandLine, async (tx) => {
      at = await world(tx, { isAnonymous: true, isSite: true });
      id = await connectionIn(tx, at, 'proposed');
      await listing(tx, { side: 'offer', organisation: at.lab, zone: at.there, title: '高温密封环氧化锆涂层' });
      await tx.execute(
        sql`insert into organisation_contact (organisation_id, name, phone) values (${at.firm}, '钱经理', '0512-65850000')`,
      );
      const row = await connectionRow(tx, id);
      const link = { connection: id, side: 'offer' as const, proposedAt: row?.proposedAt?.getTime() ?? 0 };
      token =
        (await answerLinks(tx, ''))('zh', { ...link, account: at.maker.accountId })
          .split('/')
          .at(-1) ?? '';
    }),
  );
  readers = {
    operator: await signedInOperator('matchmaker'),
    buyer: await signedIn('buying member', { role: 'member', organisation: at.firm }),
    maker: await signedIn('making member', { role: 'member', organisation: at.lab }),
  };
});

async function look(page: Page, name: string): Promise<void> {
  await expectAccessible(page);
  await expectNoSidewaysScroll(page);
  if (!shots) return;
  mkdirSync(shots, { recursive: true });
  await page.screenshot({ path: `${shots}/${name}.png`, fullPage: true });
}

const text = (page: Page) => page.locator('main').innerText();

test('who was proposed something answers from the letter, on a phone and without script', async () => {
  const reader = { ...phone, javaScriptEnabled: false };
  await visit(`/zh/answer/${token}`, reader, async ({ page, status }) => {
    expect(status).toBe(200);
    expect(await text(page)).toContain('高温密封');
    expect(await text(page)).not.toContain('金丝雀');
  });
  await visit(`/zh/answer/${token}`, phone, ({ page }) => look(page, 'answer-phone-zh'));
  await visit(`/en/answer/${token}`, wide, ({ page }) => look(page, 'answer-wide-en'));
  await visit('/zh/answer/x.y', reader, async ({ page }) => {
    expect(await text(page)).toContain('链接无效');
  });
  await visit(`/zh/answer/${token}`, reader, async ({ page }) => {
    await page.getByRole('button', { name: '同意对接' }).click();
    expect(await page.getByRole('status').innerText()).toContain('双方都已同意');
  });
  await visit(`/zh/answer/${token}`, reader, async ({ page }) => expect(await text(page)).toContain('链接无效'));
});

test('both sides see each other then, write, meet, agree and confirm', async () => {
  const here = `/zh/desk/connections/${id}`;
  await visit(here, { ...wide, ...readers.maker }, async ({ page }) => {
    expect(await text(page)).toContain('钱经理');
    await page.fill('[name=body]', '您好，下周三可以来苏州看样品。');
    await page.setInputFiles('#file', { name: '说明.txt', mimeType: 'text/plain', buffer: Buffer.from('涂层说明') });
    await page.getByRole('button', { name: '发送' }).click();
    await page.getByRole('status').waitFor();
    expect(await text(page)).toContain('说明.txt');
    await page.getByRole('button', { name: '开始接洽' }).click();
    await page.getByRole('button', { name: '进入商谈' }).click();
    await page.locator('summary', { hasText: '登记协议' }).waitFor();
  });
  await visit(here, { ...wide, ...readers.buyer }, async ({ page }) => {
    await page.waitForLoadState('networkidle');
    await page.locator('summary', { hasText: '登记协议' }).click();
    await page.fill('[name=amount]', '1,200,000');
    await page.fill('[name=agreedOn]', '2026-01-15');
    await page.setInputFiles('#document', {
      name: '合同.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await page.locator('form[action="?/agree"] button').click();
    await page.getByRole('table').waitFor();
    expect(await text(page)).toContain('还不是有效链接');
    await look(page, 'agreement-wide-zh');
  });
  await visit(here, { ...phone, ...readers.maker }, async ({ page }) => {
    await page.getByRole('button', { name: '确认属实' }).click();
    await page.getByText('有效链接 · 1,200,000元').waitFor();
    await look(page, 'effective-phone-zh');
  });
});

const paths = (): Readonly<Record<string, string>> => ({
  list: '/connections',
  one: `/connections/${id}`,
  for: `/connections/for/${at.need}`,
  new: `/connections/new?offer=${at.offer}`,
  today: '',
});
const cases = Object.keys({ list: 1, one: 1, for: 1, new: 1, today: 1 }).flatMap((name) =>
  langs.flatMap((lang) => (['operator', 'buyer', 'maker'] as const).map((who) => [name, lang, who] as const)),
);

test.each(cases)('%s opens in %s for the %s, and breaks no rule of accessibility', (name, lang, who) =>
  visit(`/${lang}/desk${paths()[name] ?? ''}`, { ...wide, ...readers[who] }, async ({ page, status }) => {
    const isOthers = name === 'for' && who === 'maker';
    expect(status).toBe(isOthers ? 404 : 200);
    if (status === 200) await look(page, `${name}-${who}-${lang}`);
  }),
);

test('dark, on a phone', async () => {
  const dark = { ...phone, ...readers.operator, colorScheme: 'dark' as const };
  await visit(`/zh/desk/connections/${id}`, dark, ({ page }) => look(page, 'one-dark-phone'));
  await visit('/zh/desk/connections', dark, ({ page }) => look(page, 'list-dark-phone'));
});

test('a stranger’s link to it leads nowhere', async () => {
  const stranger = await signedIn('stranger', { role: 'member', organisation: at.third });
  await visit(`/zh/desk/connections/${id}`, stranger, async ({ status }) => expect(status).toBe(404));
});
