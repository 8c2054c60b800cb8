import { sql } from 'drizzle-orm';
import { beforeAll, expect, test } from 'vitest';
import { commandLine, theSystem } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import { raiseByHand } from '#slips/write-by-hand.server.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { addOrganisation } from '../support/board.ts';
import { until } from '../support/program.ts';
import { signedIn, withSiteDatabase } from '../support/sign-in.ts';

const zone = '32101026';
const desktop = { viewport: { width: 1366, height: 900 } };
const withoutScript = { ...desktop, javaScriptEnabled: false };
const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;

let unit = 0;
let publisher: Reader;
let leader: Reader;
let member: Reader;
/** What the first walks made, for the last to look at. */
const made = { slip: '', blocker: '' };

beforeAll(async () => {
  const begun = await withSiteDatabase((database) =>
    database.inTransaction(theSystem, async (tx) => {
      const { rows } = await tx.execute<{ id: string }>(sql`
        insert into unit (zone_code, kind, name_zh, name_en) values (${zone}, 'unit', '经发督办局', 'Development Bureau')
        returning id`);
      const organisation = await addOrganisation(tx, zone, { nameZh: '苏州堵点光学有限公司', sample: true });
      return { unit: Number(rows[0]?.id), organisation };
    }),
  );
  unit = begun.unit;
  publisher = readerOf(await signedIn('slippublisher', { role: 'publisher', zone }));
  leader = readerOf(await signedIn('slipleader', { role: 'leader', zone }));
  member = readerOf(await signedIn('slipmember', { role: 'member', organisation: begun.organisation }));
});

const readerOf = ({ storageState }: Reader) => (storageState ? { storageState } : {});

test('a publisher raises a slip, works it through and the document is a letter; another rechecks it', async () => {
  let path = '';
  await visit('/zh/desk/slips/new', { ...publisher, ...withoutScript }, async ({ page }) => {
    await page.getByRole('button', { name: '下发督办单' }).click();
    await page.locator('#slip-title').fill('三号变电站迟迟没有开工');
    await page.locator('#slip-demand').fill('请说明原因，九月底前开工。');
    await page.locator('#slip-unitId').selectOption(String(unit));
    await page.getByRole('button', { name: '下发督办单' }).click();
    await page.getByRole('status').waitFor();
    expect(await page.locator('[aria-current=step]').innerText()).toContain('反馈');
    path = new URL(page.url()).pathname.slice(3);
    await page.locator('#answer-note').fill('土地已平整，等供电部门批复。');
    await page.getByRole('button', { name: '反馈情况' }).click();
    await page.getByText('办理中').first().waitFor();
    await page.locator('#answer-note').fill('已开工。');
    await page.fill('#answer-address', 'ftp://files.example/1');
    await page.getByRole('button', { name: '报告办结' }).click();
    await page.locator('#answer-address[aria-invalid=true]').waitFor();
    await page.fill('#answer-address', 'news.example.gov.cn/site/1');
    await page.setInputFiles('#answer-file', {
      ...{ name: '开工报告.txt', mimeType: 'text/plain', buffer: Buffer.from('现场已经开工') },
    });
    await page.getByRole('button', { name: '报告办结' }).click();
    await page.getByText('须由他人复核').waitFor();
    expect(await page.locator('a[href="https://news.example.gov.cn/site/1"]').count()).toBe(1);
    const shown = page.getByRole('link', { name: '开工报告.txt' });
    expect(await (await page.request.get((await shown.getAttribute('href')) ?? '')).text()).toBe('现场已经开工');
    const file = await page.request.get(`/zh${path}/document`);
    expect(file.headers()['content-type']).toContain('wordprocessingml');
  });
  made.slip = path;
  await visit(`/zh${path}`, { ...leader, ...desktop }, async ({ page }) => {
    await page.locator('#recheck-note').fill('到现场看过。');
    await page.getByRole('button', { name: '通过，销号' }).click();
    await page.getByText('已销号').first().waitFor();
  });
});

test('a member files a blocker, it is taken on as a slip, and the member sees its number', async () => {
  let path = '';
  await visit('/zh/desk/blockers/new', { ...member, ...withoutScript }, async ({ page }) => {
    await page.locator('#blocker-title').fill('二期用电容量不够');
    await page.locator('#blocker-body').fill('申请了三个月没有答复。');
    await page.locator('#blocker-file').setInputFiles({
      ...{ name: '申请表.txt', mimeType: 'text/plain', buffer: Buffer.from('用电申请') },
    });
    await page.getByRole('button', { name: '提交' }).click();
    await page.getByRole('status').waitFor();
    path = new URL(page.url()).pathname.slice(3);
  });
  made.blocker = path;
  await visit(`/zh${path}`, { ...publisher, ...withoutScript }, async ({ page }) => {
    const file = await page.getByRole('link', { name: '申请表.txt' }).getAttribute('href');
    expect((await page.request.get(file ?? '')).status()).toBe(200);
    await page.getByRole('button', { name: '受理，下发督办单' }).click();
    await page.getByRole('status').waitFor();
  });
  await visit(`/zh${path}`, { ...member, ...desktop }, async ({ page }) => {
    expect(await page.getByText(/督办单编号 DB-/).count()).toBe(1);
  });
});

test('a leader records an instruction that starts a slip; the list says what came of it', async () => {
  await visit('/zh/desk/instructions/new', { ...leader, ...withoutScript }, async ({ page }) => {
    await page.locator('#instruction-body').fill('请经发局月底前拿出方案。');
    await page.locator('#instruction-givenOn').fill('2026-09-07');
    await page.getByRole('checkbox', { name: '由此下发督办单' }).check();
    await page.locator('#instruction-title').fill('变电站方案');
    await page.getByRole('button', { name: '登记' }).click();
    await page.getByRole('status').waitFor();
    expect(await page.getByText('领导批示').count()).toBeGreaterThan(0);
  });
  await visit('/zh/desk/instructions', { ...publisher, ...desktop }, async ({ page }) => {
    expect(await page.getByRole('link', { name: /变电站方案/ }).count()).toBe(1);
  });
});

const pages: readonly (readonly [name: string, path: () => string, reader: () => Reader])[] = [
  ['a slip', () => made.slip, () => leader],
  ['slips', () => '/desk/slips?state=all', () => publisher],
  ['a new slip', () => '/desk/slips/new', () => publisher],
  ['a blocker of the own organisation', () => made.blocker, () => member],
  ['own blockers', () => '/desk/blockers', () => member],
  ['a new blocker', () => '/desk/blockers/new', () => member],
  ['a blocker to be dealt with', () => made.blocker, () => publisher],
  ['instructions', () => '/desk/instructions', () => leader],
  ['a new instruction', () => '/desk/instructions/new', () => leader],
];

test.each(pages)('the page of %s breaks no rule of accessibility, dark on a phone too', async (...[, path, reader]) => {
  await visit(`/zh${path()}`, { ...reader(), ...desktop }, async ({ page, status }) => {
    expect(status).toBe(200);
    await expectAccessible(page);
  });
  await visit(`/en${path()}`, { ...reader(), ...phone }, async ({ page }) => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
  });
});

/** What was mailed last with a link that answers. */
async function linkIn(address: string): Promise<string> {
  let body = '';
  await until(async () => {
    const { rows } = await withSiteDatabase(({ pool }) =>
      pool.query<{ body: string }>(
        `select body from mail where to_address = $1 and body ~ '/slip/' order by id desc limit 1`,
        [address],
      ),
    );
    body = rows[0]?.body ?? '';
    return body !== '';
  });
  return new URL(/https?:\/\/\S+\/slip\/\S+/.exec(body)?.[0] ?? '').pathname;
}

test('whoever has no account answers with the link of the mail, on a phone without script', async () => {
  const person = 'no-account@unit.example';
  const id = await withSiteDatabase((database) =>
    database.inTransaction(theSystem, async (tx) => {
      const fields = { zone, title: '四号路迟迟没有通车', difficulty: 'ordinary', unitId: unit };
      const whom = { personName: '赵工', personEmail: person };
      const raised = await raiseByHand(tx, commandLine, {
        fields: { ...fields, ...whom },
        today: dateOf(new Date()),
      });
      return raised.ok ? raised.value.id : 0;
    }),
  );
  const link = await linkIn(person);
  await visit(link, { ...phone, colorScheme: 'light', javaScriptEnabled: false }, async ({ page, status, scripts }) => {
    expect([status, scripts]).toEqual([200, []]);
    await expectNoSidewaysScroll(page);
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/slip-letter.png`, fullPage: true });
    await page.fill('#answer-body', '材料已补齐，等待会签。');
    await page.fill('#answer-address', '新闻');
    await page.getByRole('button', { name: '反馈情况' }).click();
    await page.locator('#answer-address-problem').waitFor();
    expect(await page.inputValue('#answer-body')).toBe('材料已补齐，等待会签。');
    await page.fill('#answer-address', 'https://news.example/road');
    await page.setInputFiles('#answer-file', {
      name: '现场.pdf',
      mimeType: 'application/pdf',
      buffer: Buffer.from('%PDF-1.4\n%%EOF\n'),
    });
    await page.getByRole('button', { name: '反馈情况' }).click();
    expect(await page.getByRole('status').innerText()).toContain('已收到');
  });
  await visit(link.replace('/zh/', '/en/'), phone, async ({ page }) => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/slip-letter-en.png`, fullPage: true });
  });
  await visit(`/zh/desk/slips/${id}`, { ...publisher, ...desktop }, async ({ page }) => {
    const history = page.getByRole('region', { name: '办理经过' });
    await history.getByText('赵工').first().waitFor();
    expect(
      (
        await page.request.get((await history.getByRole('link', { name: '现场.pdf' }).getAttribute('href')) ?? '')
      ).status(),
    ).toBe(200);
    await expectAccessible(page);
    if (process.env['SHOTS'])
      await page.screenshot({ path: `${process.env['SHOTS']}/slip-answered.png`, fullPage: true });
  });
});
