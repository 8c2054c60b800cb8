import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { sql } from 'drizzle-orm';
import { expectAccessible, expectNoSidewaysScroll, visit } from '../support/browser.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';

const desktop = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
const withoutScript = { ...desktop, javaScriptEnabled: false };

type Found = { id: number; zone: string; organisation: number };

/** A connection of the sample in that state which nobody looks after. */
async function sampleIn(state: string): Promise<Found> {
  const rows = await withSiteDatabase((database) =>
    database.inTransaction(commandLine, (tx) =>
      tx.execute<Found>(sql`select id::int, need_zone_code as zone,
          case when need_accepted_at is null then need_organisation_id else offer_organisation_id end::int as organisation
        from connection where state = ${state} and broker_id is null order by id limit 1`),
    ),
  );
  const [found] = rows.rows;
  if (!found) throw new Error(`no sample is ${state}`);
  return found;
}

test('a broker takes a connection over from the board, hands it back with others, and sees it in the load', async () => {
  const { id, zone } = await sampleIn('proposed');
  const broker = await signedIn('boardbroker', { role: 'broker', zone });
  const mine = `/zh/desk/connections/board?broker=mine`;
  await visit('/zh/desk/connections/board', { ...broker, ...withoutScript }, async ({ page }) => {
    const card = page.locator('li', { has: page.locator(`a[href$="/desk/connections/${id}"]`) });
    await card.getByRole('button', { name: /^我来跟进/ }).click();
    await page.getByRole('status').getByText('已推进').waitFor();
    await page.goto('/zh/desk/connections/load');
    const row = page.locator('tr', { hasText: 'boardbroker' });
    expect(await row.getByRole('link').allInnerTexts()).toContain('1');
    await page.goto(mine);
    expect(await page.locator(`a[href$="/desk/connections/${id}"]`).count()).toBe(1);
    await page.locator(`input[name=id][value="${id}"]`).check();
    await page.getByRole('button', { name: '移交', exact: true }).click();
    await page.getByRole('status').first().waitFor();
    await page.goto(mine);
    expect(await page.locator(`a[href$="/desk/connections/${id}"]`).count()).toBe(0);
  });
});

test('the pages of a broker break no rule of accessibility and fit a phone', async () => {
  const { zone } = await sampleIn('proposed');
  const broker = await signedIn('boardbroker', { role: 'broker', zone });
  for (const path of ['', '/connections/board', '/connections/load', '/waiting', '/templates'])
    await visit(`/zh/desk${path}`, { ...broker, ...desktop }, async ({ page, status }) => {
      expect(status).toBe(200);
      await expectAccessible(page);
      await page.setViewportSize({ width: 375, height: 812 });
      await expectNoSidewaysScroll(page);
    });
});

test('a broker keeps a template, is told of a wrong placeholder, and fills it into a message that is not sent by that', async () => {
  const { id, zone } = await sampleIn('accepted');
  const broker = await signedIn('templatebroker', { role: 'broker', zone });
  await visit('/zh/desk/templates?template=reminder', { ...broker, ...withoutScript }, async ({ page }) => {
    await page.fill('#template-nameZh', '我的提醒');
    await page.fill('#template-bodyZh', '{phone}');
    await page.locator('form[action="?/save"] button').click();
    await page.locator('#bodyZh-says').getByText('{phone}').waitFor();
    await page.fill('#template-bodyZh', '请看「{need}」，{person}');
    await page.locator('form[action="?/save"] button').click();
    await page.getByRole('status').first().waitFor();
    await page.goto(`/zh/desk/connections/${id}`);
    await page.selectOption('select[name=template]', { label: '我的提醒' });
    await page.getByRole('button', { name: '填入' }).click();
    await page.waitForURL(/template=/);
    expect(await page.inputValue('#body')).toMatch(/^请看「.+」，templatebroker$/);
    await page.goto(`/zh/desk/connections/${id}`);
    expect(await page.inputValue('#body')).toBe('');
    expect(await page.getByText('，templatebroker').count()).toBe(0);
  });
});

test('a member answers a proposal on the front page of the desk, on a phone and without script', async () => {
  const { id, organisation } = await sampleIn('proposed');
  const member = await signedIn('proposalmember', { role: 'member', organisation });
  await visit('/zh/desk', { ...member, ...phone }, async ({ page }) => {
    await expectNoSidewaysScroll(page);
    await expectAccessible(page);
  });
  await visit('/zh/desk', { ...member, ...phone, javaScriptEnabled: false }, async ({ page }) => {
    const card = page.locator('li', { has: page.locator(`a[href$="/desk/connections/${id}"]`) });
    await card.getByRole('button', { name: '同意对接' }).click();
    await page.getByRole('status').first().waitFor();
    const proposals = page.locator('section', { has: page.locator('#to-answer') });
    expect(await proposals.locator(`a[href$="/desk/connections/${id}"]`).count()).toBe(0);
  });
});
