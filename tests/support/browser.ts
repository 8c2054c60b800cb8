import axe, { type RunOptions } from 'axe-core';
import { chromium, type Browser, type BrowserContext, type BrowserContextOptions, type Page } from 'playwright-core';
import { expect, inject } from 'vitest';

let connected: Promise<Browser> | undefined;

export interface Visit {
  readonly page: Page;
  readonly status: number;
  /** Addresses of scripts the page asked for. */
  readonly scripts: readonly string[];
}

type Look = (visit: Visit) => Promise<void>;

export type Reader = Omit<BrowserContextOptions, 'baseURL'>;

/**
 * Opens a page of the site as that reader and closes it again. Whatever the browser complained about on the way (an
 * error, a blocked style, a missing file) fails the visit.
 */
export async function visit(path: string, reader: Reader, look: Look): Promise<void> {
  const context = await comeAs(reader);
  try {
    await visitIn(context, path, look);
  } finally {
    await context.close();
  }
}

/** A browser of that reader, which remembers scripts and styles from one page to the next. Whoever opens it closes it. */
export async function comeAs(reader: Reader): Promise<BrowserContext> {
  connected ??= chromium.connect(inject('browser'));
  const browser = await connected;
  return browser.newContext({ ...reader, baseURL: inject('site') });
}

/** The same as a visit, in a browser that is open already. */
export async function visitIn(context: BrowserContext, path: string, look: Look): Promise<void> {
  const page = await context.newPage();
  try {
    const complaints: string[] = [];
    const scripts: string[] = [];
    listen(page, complaints, scripts);
    const response = await page.goto(path);
    await look({ page, status: response?.status() ?? 0, scripts });
    expect(complaints, `complaints of the browser on ${path}`).toEqual([]);
  } finally {
    await page.close();
  }
}

function listen(page: Page, complaints: string[], scripts: string[]): void {
  page.on('pageerror', (error) => complaints.push(error.message));
  page.on('console', (message) => {
    // That the page itself is an error page, or refuses what its form sent, is no complaint about it.
    const isItself = pathOf(message.location().url) === pathOf(page.url());
    const itself = isItself && /status of 4\d\d/.test(message.text());
    if (message.type() === 'error' && !itself) complaints.push(message.text());
  });
  page.on('request', (request) => {
    if (request.resourceType() === 'script') scripts.push(request.url());
    if (!request.url().startsWith(inject('site'))) complaints.push(`asked a foreign address: ${request.url()}`);
  });
}

function pathOf(address: string): string {
  return address.replace(/[?#].*$/, '');
}

const tags = ['wcag2a', 'wcag2aa', 'wcag21a', 'wcag21aa', 'wcag22aa', 'best-practice'];

/** No rule of axe-core is broken, `target-size` included, which is off unless asked for by its tag. */
export async function expectAccessible(page: Page, rules?: readonly string[]): Promise<void> {
  // In the page itself: the package for playwright opens a second page for every question, eight times as slow.
  await page.evaluate(`globalThis.axe ?? (() => { ${axe.source} })()`);
  const runOnly: RunOptions['runOnly'] = rules ? { type: 'rule', values: [...rules] } : { type: 'tag', values: tags };
  const violations = await page.evaluate(async (asked) => {
    const { axe: rulebook } = globalThis as unknown as { axe: typeof axe };
    return (await rulebook.run({ runOnly: asked, resultTypes: ['violations'] })).violations;
  }, runOnly);
  const found = violations.flatMap(({ id, help, nodes }) =>
    nodes.map((node) => `${id}: ${help} — ${node.target.join(' ')} ${node.html.slice(0, 160)}`),
  );
  expect(found, [page.url(), ...found].join('\n')).toEqual([]);
}

/** A dot between two parts of a line has a blank on both sides: a template drops one where a block begins or ends. */
export async function expectPartsSetApart(page: Page): Promise<void> {
  const lines = (await page.locator('main').innerText()).split('\n');
  expect(lines.filter((line) => /\S·\s|\s·\S|[A-Z)]·[A-Z]/.test(line))).toEqual([]);
}

/** The page is no wider than its window. */
export async function expectNoSidewaysScroll(page: Page): Promise<void> {
  const widest = await page.evaluate(() => {
    const room = document.documentElement.clientWidth;
    if (document.documentElement.scrollWidth <= room) return [];
    const wide = [...document.body.querySelectorAll('*')].filter(
      (node) => node.getBoundingClientRect().right > room + 1,
    );
    return ['the page scrolls sideways', ...wide.slice(0, 5).map((node) => node.outerHTML.slice(0, 120))];
  });
  expect(widest, page.url()).toEqual([]);
}
