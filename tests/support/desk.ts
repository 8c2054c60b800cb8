import type { Page } from 'playwright-core';
import { commandLine } from '#accounts/actor.ts';
import { operatorLink } from '#accounts/operator-link.server.ts';
import { visit, type Reader } from './browser.ts';
import { withSiteDatabase } from './sign-in.ts';

export const zone = '32101026';
const password = 'correct horse battery staple 9';

export type Signed = NonNullable<Reader['storageState']>;
export interface Desk {
  readonly operator: Signed;
  readonly editor: Signed;
  readonly publisher: Signed;
}

let made: Promise<Desk> | undefined;

/** The operator, an editor and a publisher of a zone, come to their accounts as people do: by link and by invitation. */
export function theDesk(): Promise<Desk> {
  made ??= makeDesk();
  return made;
}

async function makeDesk(): Promise<Desk> {
  const links: string[] = [];
  const operator = await enter(await linkForOperator(), { name: '王管理', email: 'op@zone.example' });
  await visit('/zh/desk/platform/invitations', { storageState: operator }, async ({ page }) => {
    links.push(await invite(page, 'editor', '李编辑'), await invite(page, 'publisher', '赵审核'));
  });
  const [forEditor = '', forPublisher = ''] = links;
  return { operator, editor: await enter(forEditor, {}), publisher: await enter(forPublisher, {}) };
}

/** As `yuanlian user link` makes it: the first link is over as soon as another journey has made an operator. */
async function linkForOperator(): Promise<string> {
  const link = await withSiteDatabase(({ inTransaction }) =>
    inTransaction(commandLine, (tx) => operatorLink(tx, commandLine, new Date())),
  );
  if (!link.ok) throw new Error('no link for an operator');
  return `/zh${link.value}`;
}

/** Fills in the form at the end of a one-time link, and is in. */
async function enter(path: string, fields: Readonly<Record<string, string>>): Promise<Signed> {
  let state: Signed | undefined;
  await visit(path, {}, async ({ page }) => {
    for (const [name, value] of Object.entries({ ...fields, password })) await page.fill(`main [name=${name}]`, value);
    await page.locator('main form button').last().click();
    await page.waitForURL(/\/desk$/);
    state = await page.context().storageState();
  });
  if (!state) throw new Error('not in');
  return state;
}

async function invite(page: Page, role: string, name: string): Promise<string> {
  await page.fill('[name=email]', `${role}@zone.example`);
  await page.fill('[name=name]', name);
  await page.selectOption('[name=role]', role);
  await page.fill('[name=zone]', zone);
  await page.locator('form.fields button').click();
  const link = page.locator('code', { hasText: '/invitation/' });
  await page.getByRole('cell', { name: `${role}@zone.example` }).waitFor();
  return new URL((await link.innerText()).trim()).pathname;
}

/** Pastes markup where the cursor is, as a word processor hands it over. */
export async function pasteMarkup(page: Page, html: string): Promise<void> {
  await page.evaluate((markup) => {
    const clipboardData = new DataTransfer();
    clipboardData.setData('text/html', markup);
    clipboardData.setData('text/plain', 'text');
    document.activeElement?.dispatchEvent(
      new ClipboardEvent('paste', { clipboardData, bubbles: true, cancelable: true }),
    );
  }, html);
}

/** Begins an article and answers the path of its editor. */
export async function beginArticle(page: Page, title: string): Promise<string> {
  await page.goto('/zh/desk/articles/new');
  await page.fill('#new-title', title);
  await page.selectOption('#new-column', { index: 1 });
  await page.locator('main form button').click();
  await page.waitForURL(/\/desk\/articles\/\d+/);
  return new URL(page.url()).pathname;
}
