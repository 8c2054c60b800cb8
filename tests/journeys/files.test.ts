import { mkdirSync } from 'node:fs';
import { beforeAll, expect, test } from 'vitest';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { signedIn } from '../support/sign-in.ts';

const zone = '32101026';
const desktop = { viewport: { width: 1366, height: 900 } };
const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;
const withoutScript = { ...desktop, javaScriptEnabled: false };

let publisher: Reader;
let stranger: Reader;
let member: Reader;
beforeAll(async () => {
  publisher = readerOf(await signedIn('filepublisher', { role: 'publisher', zone }));
  stranger = readerOf(await signedIn('filestranger', { role: 'publisher', zone: '34101001' }));
  member = readerOf(await signedIn('filemember', { role: 'member', organisation: 1 }));
});

const readerOf = ({ storageState }: Reader) => (storageState ? { storageState } : {});

/** Pictures to be looked at, where somebody asks for them. */
async function pictured(page: Parameters<typeof expectAccessible>[0], name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/files-${name}.png`, fullPage: true });
}

const yearOfEvents = [
  '序号,活动类型,活动名称,举办时间,结束时间,举办地点',
  '1,路演,文件里的路演,2031年9月18日（周四）上午9:00,2031年9月18日 17:00,会议中心',
  '2,会议,文件里的大会,2031/10/9 14:30,2031/10/9 17:30,科技大厦',
].join('\r\n');

const ledgerOfPlans = ['编号,方案名称（中文）,实施期起,实施期止', ',文件里的方案,2031年1月1日,2033年底'].join('\r\n');

test.each([
  ['events', yearOfEvents, '文件里的路演', '/desk/events?when=coming&q=文件里'],
  ['plans', ledgerOfPlans, '文件里的方案', '/desk/plans?q=文件里'],
])(
  '%s come in by a sheet after a look, and what goes out comes back in without a change',
  async (list, text, ...[name, seen]) => {
    const file = { name: `${list}.csv`, mimeType: 'text/csv', buffer: Buffer.from(`\ufeff${text}`) };
    await visit(`/zh/desk/${list}/file`, { ...publisher, ...withoutScript }, async ({ page }) => {
      await page.locator('input[type=file]').setInputFiles(file);
      await page.getByRole('button', { name: '查看改动' }).click();
      await page.getByText(name).first().waitFor();
      await pictured(page, `${list}-preview`);
      await page.locator('form[action^="?/confirm"] button').first().click();
      await page.getByRole('status').waitFor();
      await page.goto(`/zh${seen}`);
      await page.getByRole('link', { name }).waitFor();
      const out = await page.request.get(`/zh/desk/${list}/export?format=csv`);
      expect(out.headers()['content-type']).toContain('text/csv');
      const back = { name: 'back.csv', mimeType: 'text/csv', buffer: await out.body() };
      await page.goto(`/zh/desk/${list}/file`);
      await page.locator('input[type=file]').setInputFiles(back);
      await page.getByRole('button', { name: '查看改动' }).click();
      await page.getByRole('status').waitFor();
      expect(await page.getByRole('status').innerText()).toContain('没有');
      expect(await page.locator('form[action^="?/confirm"]').count()).toBe(0);
    });
  },
);

test.each(['events', 'plans', 'instructions', 'blockers', 'rounds'])(
  '%s go out in each format, of the own zone only',
  async (list) => {
    await visit('/zh/desk', { ...publisher, ...desktop }, async ({ page }) => {
      for (const format of ['xlsx', 'csv', 'docx']) {
        const answer = await page.request.get(`/zh/desk/${list}/export?format=${format}`);
        expect([format, answer.status(), answer.headers()['content-disposition']]).toEqual([
          format,
          200,
          expect.stringMatching(`.${format}"$`),
        ]);
      }
    });
    await visit('/zh/desk', { ...stranger, ...desktop }, async ({ page }) => {
      const csv = await (await page.request.get(`/zh/desk/${list}/export?format=csv`)).text();
      expect(csv).not.toContain('文件里');
    });
    if (list !== 'blockers')
      await visit('/zh/desk', { ...member, ...desktop }, async ({ page }) => {
        expect((await page.request.get(`/zh/desk/${list}/export`)).status()).toBeGreaterThanOrEqual(400);
      });
  },
);

test('a view of a list is saved under a name and is there again', () =>
  visit('/zh/desk/events?kind=pitch-day', { ...publisher, ...withoutScript }, async ({ page }) => {
    await page.getByText('保存为视图').click();
    await page.getByLabel('视图名称').fill('路演');
    await page.locator('form[action="?/saveView"] button').click();
    await page.goto('/zh/desk/events');
    await page.getByRole('link', { name: '路演', exact: true }).first().click();
    expect(new URL(page.url()).search).toBe('?kind=pitch-day');
  }));

test.each(['events', 'events/file', 'plans', 'plans/file', 'instructions', 'blockers', 'rounds'])(
  'the page %s breaks no rule of accessibility, dark on a phone too',
  async (path) => {
    await visit(`/zh/desk/${path}`, { ...publisher, ...desktop }, async ({ page, status }) => {
      expect(status).toBe(200);
      await pictured(page, `${path.replace('/', '-')}-zh`);
      await expectAccessible(page);
    });
    await visit(`/en/desk/${path}`, { ...publisher, ...phone }, async ({ page }) => {
      await pictured(page, `${path.replace('/', '-')}-en-phone`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  },
);
