import { sql } from 'drizzle-orm';
import { beforeAll, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { commandLine } from '#accounts/actor.ts';
import { langs } from '#language/lang.ts';
import { claimWords } from '#language/words/claims.ts';
import { mentionWords } from '#language/words/mentions.ts';
import { organisationPageWords as words } from '#language/words/organisation-page.ts';
import { proposeMentions } from '#organisations/write-mentions.server.ts';
import { createOrganisation, setPublic } from '#organisations/write.server.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { signedInOperator, withSiteDatabase } from '../support/sign-in.ts';
import { sampleArticle } from './pages.ts';

const zone = '32101026';
const phone = { width: 375, height: 740 };
let operator: Reader;
let id: number;
let articlePath: string;

/** An organisation with all that a page can show, named as the sample article names somebody. */
beforeAll(async () => {
  operator = { storageState: (await signedInOperator('keeper')).storageState };
  articlePath = await sampleArticle();
  const article = Number(articlePath.split('/').at(-1));
  id = await withSiteDatabase(({ inTransaction }) =>
    inTransaction(commandLine, async (tx) => {
      const { rows } = await tx.execute<{ name: string }>(
        sql`select substring(body_text from '[一-龥]{6}') as name from edition where article_id = ${article} and lang = 'zh'`,
      );
      const made = await createOrganisation(tx, commandLine, {
        ...{ zone, kind: 'institute', instituteKind: 'laboratory', sample: true },
        ...{
          nameZh: '相城薄膜材料联合实验室（旅程示例）',
          nameEn: 'Xiangcheng Joint Laboratory for Thin Films (journey)',
        },
        ...{ summaryZh: '做光学薄膜的中试与检测。', summaryEn: 'Pilot production and testing of optical films.' },
        ...{ capabilitiesZh: '磁控溅射镀膜；透过率与附着力检测。', website: 'https://lab.example' },
        ...{ industries: ['new-materials'], size: null },
      });
      if (!made.ok) throw new Error(JSON.stringify(made.problems));
      const { id } = made.value;
      await tx.execute(sql`insert into organisation_name (organisation_id, name, kind) values
        (${id}, ${rows[0]?.name ?? '相城'}, 'short'), (${id}, '相城薄膜中心', 'former')`);
      await tx.execute(sql`insert into organisation_honour (organisation_id, title_zh, title_en, level, year, body_zh, source,
        source_url) values (${id}, '省重点实验室', 'Provincial Key Laboratory', 'provincial', 2024, '江苏省科技厅', '公告', 'https://gov.example')`);
      await tx.execute(sql`insert into organisation_equipment (organisation_id, name_zh, model, is_open)
        values (${id}, '磁控溅射镀膜机', 'PVD-500', true)`);
      await tx.execute(sql`insert into organisation_person (organisation_id, name_zh, position_zh, since, source)
        values (${id}, '周某', '主任', '2023', '园区新闻')`);
      await setPublic(tx, commandLine, { id, isPublic: true });
      await proposeMentions(tx, [article]);
      return id;
    }),
  );
});

/** In the light and the dark, on a desk and on a phone. Where `YUANLIAN_SHOTS` names a folder, people look at it too. */
async function looksRight(page: Page, name: string): Promise<void> {
  const folder = process.env['YUANLIAN_SHOTS'];
  const shot = (how: string) => folder && page.screenshot({ path: `${folder}/${name}-${how}.png`, fullPage: true });
  await expectAccessible(page);
  await shot('light');
  await page.emulateMedia({ colorScheme: 'dark' });
  await expectAccessible(page, ['color-contrast', 'link-in-text-block']);
  await shot('dark');
  await page.emulateMedia({ colorScheme: 'light' });
  await page.setViewportSize(phone);
  await expectNoSidewaysScroll(page);
  await expectAccessible(page, ['target-size', 'region']);
  await shot('phone');
}

const withoutScript: Reader = { javaScriptEnabled: false };

test.each(langs)('the directory narrows by links, finds a former name and leads to the page (%s)', (lang) =>
  visit(`/${lang}/organisations`, {}, async ({ page }) => {
    await looksRight(page, `organisations-${lang}`);
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.goto(`/${lang}/organisations?kind=institute&q=${encodeURIComponent('薄膜中心')}`);
    expect(await page.locator('#count').textContent()).toBe(words.count(1)[lang]);
    await page.locator('article h3 a').click();
    await page.waitForURL(`**/${lang}/organisations/${id}`);
    await looksRight(page, `organisation-${lang}`);
    const text = (await page.locator('main').textContent()) ?? '';
    for (const heading of [words.honours, words.equipment, words.people, words.timeline]) {
      expect(text).toContain(heading[lang]);
    }
  }),
);

test('a claim is sent without script, and decided at the desk', async () => {
  await visit(`/zh/organisations/${id}/claim`, withoutScript, async ({ page }) => {
    await page.fill('[name=name]', '王五');
    await page.fill('[name=email]', 'wang@lab.example');
    await page.fill('[name=position]', '办公室主任');
    await page.fill('[name=proof]', '请拨网站上的总机转我。');
    const buffer = Buffer.from('%PDF-1.4\n%%EOF\n');
    await page.setInputFiles('#claim-file', { name: '营业执照.pdf', mimeType: 'application/pdf', buffer });
    await page.getByRole('button', { name: claimWords.send.zh }).click();
    expect(await page.getByRole('status').textContent()).toBe(claimWords.sent.zh);
  });
  await visit(`/en/organisations/claim`, {}, ({ page }) => looksRight(page, 'claim-new'));
  await visit('/zh/desk/claims', operator, async ({ page }) => {
    await looksRight(page, 'claims');
    const proof = (await page.getByRole('link', { name: '营业执照.pdf' }).getAttribute('href')) ?? '';
    expect((await page.request.get(proof)).headers()['content-type']).toBe('application/pdf');
    expect((await fetch(`${inject('site')}${proof}`, { redirect: 'manual' })).status).not.toBe(200);
    await page.setViewportSize({ width: 1366, height: 900 });
    await page.getByRole('button', { name: claimWords.accept('王五').zh, exact: true }).click();
    await page.locator('[role=status] code').waitFor();
    expect(await page.locator('[role=status] code').textContent()).toContain('/zh/invitation/');
  });
});

test('a mention is accepted at the desk and then stands beside the article and on the page, at once', async () => {
  const before = await fetch(`${inject('site')}/zh${articlePath}`);
  expect(await before.text()).not.toContain(`/zh/organisations/${id}"`);
  await visit('/zh/desk/mentions', operator, async ({ page }) => {
    await looksRight(page, 'mentions');
    await page.setViewportSize({ width: 1366, height: 900 });
    const row = page.locator('li', { has: page.locator(`a[href="/zh/organisations/${id}"]`) }).first();
    await row.getByRole('button', { name: mentionWords.accept.zh }).click();
    await page.getByRole('status').waitFor();
  });
  await visit(`/zh${articlePath}`, {}, async ({ page }) => {
    await page.locator(`aside a[href="/zh/organisations/${id}"]`).click();
    await page.waitForURL(`**/zh/organisations/${id}`);
    expect(await page.locator('#mentioned').textContent()).toBe(words.mentioned.zh);
  });
});
