import { mkdirSync } from 'node:fs';
import { beforeAll, describe, expect, inject, test } from 'vitest';
import type { Page } from 'playwright-core';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { measuredSite, zone } from '../support/measured-site.ts';
import { until } from '../support/program.ts';
import { signedIn, signedInOperator } from '../support/sign-in.ts';

const desktop = { viewport: { width: 1366, height: 900 } };
const withoutScript = { ...desktop, javaScriptEnabled: false };
const phone = { viewport: { width: 375, height: 812 }, isMobile: true, hasTouch: true, colorScheme: 'dark' } as const;

let made: Awaited<ReturnType<typeof measuredSite>>;
const readers: Record<'officer' | 'otherUnit' | 'publisher' | 'stranger' | 'operator' | 'anybody', Reader> = {
  ...{ officer: {}, otherUnit: {}, publisher: {}, stranger: {}, operator: {}, anybody: {} },
};
const readerOf = ({ storageState }: Reader): Reader => (storageState ? { storageState } : {});

beforeAll(async () => {
  made = await measuredSite();
  readers.officer = readerOf(await signedIn('measure-officer', { role: 'officer', zone, unit: made.unit }));
  readers.otherUnit = readerOf(await signedIn('measure-other', { role: 'officer', zone, unit: made.otherUnit }));
  readers.publisher = readerOf(await signedIn('measure-publisher', { role: 'publisher', zone }));
  readers.stranger = readerOf(await signedIn('measure-stranger', { role: 'publisher', zone: '34101001' }));
  readers.operator = readerOf(await signedInOperator('measure-operator'));
}, 60_000);

const record = (id = made.indicator) => `/desk/indicators/${id}`;
const main = (page: Page) => page.locator('main').innerText();

interface Entry {
  readonly value: string;
  readonly note?: string;
  readonly source?: string;
}

async function enterThird(page: Page, { value, note = '', source = '三季度统计快报' }: Entry): Promise<void> {
  await page.locator('#end').selectOption('2026-09-30');
  await page.locator('#value').fill(value);
  await page.locator('#state').selectOption('provisional');
  await page.locator('#sourceZh').fill(source);
  await page.locator('#sourceUrl').fill('https://example.org/q3');
  await page.locator('#note').fill(note);
  await page.getByRole('button', { name: '保存数据' }).click();
}

/** The public page as everybody gets it, also where it was kept. */
const planPage = async () => (await fetch(`${inject('site')}/zh/plans/${made.plan}`)).text();

describe('a value is entered with its source, and everything that hangs on it follows, without script', () => {
  test('a doubtful value is asked about and not kept; the right one is, with its file', async () => {
    expect(await planPage()).not.toContain('三季度统计快报');
    await visit(`/zh${record()}`, { ...readers.officer, ...withoutScript }, async ({ page }) => {
      await enterThird(page, { value: '7900' });
      await page.getByText('十倍以上').first().waitFor();
      expect(await page.locator('#value').inputValue()).toBe('7900');
      const file = { name: '快报.txt', mimeType: 'text/plain', buffer: Buffer.from('三季度 790 亿元') };
      await page.locator('#file').setInputFiles(file);
      await enterThird(page, { value: '790' });
      await page.getByRole('status').waitFor();
      expect(await main(page)).toContain('790');
    });
    await until(async () => (await planPage()).includes('三季度统计快报'));
  });

  test('it is revised in the open: why is asked, both values stay, light and forecast change, what is computed follows', async () => {
    await visit(`/zh${record()}`, { ...readers.officer, ...withoutScript }, async ({ page }) => {
      const before = await page.locator('dl').first().innerText();
      await enterThird(page, { value: '640' });
      await page.getByText('修订时请写明').first().waitFor();
      await enterThird(page, { value: '640', note: '扣除重复统计' });
      await page.getByRole('status').waitFor();
      const after = await page.locator('dl').first().innerText();
      expect(before).toContain('正常');
      expect(after).toContain('告急');
      expect(await main(page)).toContain('扣除重复统计');
    });
    await visit(`/zh${record(made.computed)}`, { ...readers.officer, ...desktop }, async ({ page }) => {
      expect(await page.locator('dl').first().innerText()).toContain('320');
    });
    await until(async () => /href="https:\/\/example.org\/q3"[^>]*>640/.test(await planPage()));
  });

  test('its target changes by an instruction, and the public page says so at once', async () => {
    await visit(`/zh${record()}/edit`, { ...readers.publisher, ...withoutScript }, async ({ page }) => {
      const targets = '2025-12-31 1000\n2026-12-31 880';
      await page.locator('#targets').fill(targets);
      await page.getByRole('button', { name: '保存' }).click();
      await page.locator('main .problem').first().waitFor();
      await page.locator('[name=instruction]').selectOption(String(made.instruction));
      await page.locator('[name=reason]').fill('按半年评估下调');
      await page.getByRole('button', { name: '保存' }).click();
      await page.getByRole('status').waitFor();
    });
    await until(async () => (await planPage()).includes('按半年评估下调'));
    expect(await planPage()).toContain('880');
  });
});

describe('whose it is not', () => {
  test('another unit’s officer reads it, has no form, and a value sent anyway is refused', () =>
    visit(`/zh${record()}`, { ...readers.otherUnit, ...desktop }, async ({ page, status }) => {
      expect(status).toBe(200);
      expect(await page.locator('#value').count()).toBe(0);
      const multipart = { end: '2026-09-30', value: '1', state: 'final', sourceZh: '猜的', note: '改', seen: '' };
      const headers = { origin: new URL(page.url()).origin, accept: 'text/html' };
      const answer = await page.request.post(`/zh${record()}`, { multipart, headers });
      expect(answer.status()).toBe(422);
      expect(await answer.text()).toContain('您不属于该单位');
    }));

  test('another zone’s publisher finds neither indicator nor cluster', async () => {
    for (const path of [record(), `${record()}/edit`, `/desk/clusters/${made.cluster}`])
      await visit(`/zh${path}`, { ...readers.stranger, ...desktop }, async ({ status }) => expect(status).toBe(404));
  });
});

const pages: readonly (readonly [name: string, path: () => string, who: keyof typeof readers])[] = [
  ['list', () => '/desk/indicators', 'publisher'],
  ['record', () => record(), 'officer'],
  ['computed', () => record(made.computed), 'publisher'],
  ['edit', () => `${record()}/edit`, 'publisher'],
  ['new', () => '/desk/indicators/new', 'publisher'],
  ['file', () => '/desk/indicators/file', 'publisher'],
  ['file-zone', () => '/desk/indicators/file', 'operator'],
  ['values-file', () => '/desk/indicators/values/file', 'officer'],
  ['apply', () => `/desk/indicators/improvements?plan=${made.plan}`, 'publisher'],
  ['clusters', () => '/desk/clusters', 'publisher'],
  ['cluster', () => `/desk/clusters/${made.cluster}`, 'publisher'],
  ['cluster-edit', () => `/desk/clusters/${made.cluster}/edit`, 'publisher'],
  ['template', () => '/desk/platform/improvements', 'operator'],
  ['plan-progress', () => `/desk/plans/${made.plan}/progress`, 'publisher'],
  ['plan', () => `/plans/${made.plan}`, 'anybody'],
  ['organisation', () => `/organisations/${made.lead}`, 'anybody'],
];

/** Pictures to be looked at, where somebody asks for them. */
async function pictured(page: Page, name: string): Promise<void> {
  const folder = process.env['PICTURES'];
  if (folder === undefined) return;
  mkdirSync(folder, { recursive: true });
  await page.screenshot({ path: `${folder}/measures-${name}.png`, fullPage: true });
}

test.each(pages)(
  'the page %s breaks no rule of accessibility, also in English, dark, on a phone',
  async (...[name, path, who]) => {
    await visit(`/zh${path()}`, { ...readers[who], ...desktop }, async ({ page, status }) => {
      expect(status).toBe(200);
      await expectAccessible(page);
      await pictured(page, name);
    });
    await visit(`/en${path()}`, { ...readers[who], ...phone }, async ({ page }) => {
      await pictured(page, `${name}-phone`);
      await expectAccessible(page);
      await expectNoSidewaysScroll(page);
    });
  },
);
