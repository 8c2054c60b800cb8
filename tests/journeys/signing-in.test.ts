import type { Page } from 'playwright-core';
import { afterAll, beforeAll, describe, expect, inject, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { operatorLink } from '#accounts/operator-link.server.ts';
import { inviteMember } from '#accounts/write-invitation.server.ts';
import { openSession } from '#accounts/session.server.ts';
import { langs } from '#language/lang.ts';
import { addressOfGate } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { opening } from '../support/gate.ts';
import { makeAccount, password } from '../support/people.ts';
import { codeOf } from '../support/totp.ts';

const phone = { width: 360, height: 740 };
/** Of the sample's first organisation. */
const member = { role: 'member', organisation: 1 } as const;
const newPassword = 'a horse that reads maps';
let database: Database;

beforeAll(() => {
  database = openDatabase(addressOfGate(inject('siteDatabase')), 2);
});
afterAll(() => database.close());

/** The link in the newest mail to that address; its text is kept until it is sent. */
async function linkTo(email: string): Promise<string> {
  const { rows } = await database.pool.query<{ body: string }>(
    `select body from mail where to_address = $1 and body ~ '/(reset|invitation|confirm)/' order by id desc limit 1`,
    [email],
  );
  const link = /https?:\/\/\S+\/(?:reset|invitation|confirm)\/\S+/.exec(rows[0]?.body ?? '')?.[0];
  if (!link) throw new Error(`no link was sent to ${email}`);
  return new URL(link).pathname;
}

async function signedIn(email: string): Promise<Reader> {
  const id = await makeAccount(database, email);
  const token = await database.inTransaction(commandLine, (tx) => openSession(tx, id, opening(new Date())));
  const cookie = { name: 'yuanlian-session', value: token, domain: 'localhost', path: '/', expires: -1 };
  const rest = { httpOnly: true, secure: false, sameSite: 'Lax' } as const;
  return { storageState: { cookies: [{ ...cookie, ...rest }], origins: [] } };
}

async function signIn(page: Page, email: string, typed = password): Promise<void> {
  await page.locator('input[name=email]').fill(email);
  await page.locator('input[name=password]').fill(typed);
  await page.locator('main form button[type=submit]').first().click();
}

const isAt = (page: Page, path: string) => page.waitForURL((url) => url.pathname === path);
const signOut = (page: Page) => page.locator('header form button').click();

test('a passkey is added, signs in by itself, and is removed', () =>
  visit('/zh/sign-in', {}, async ({ page }) => {
    await makeAccount(database, 'passkey@zone.example', member);
    const devices = await page.context().newCDPSession(page);
    await devices.send('WebAuthn.enable');
    const options = {
      protocol: 'ctap2',
      transport: 'internal',
      hasResidentKey: true,
      hasUserVerification: true,
    } as const;
    await devices.send('WebAuthn.addVirtualAuthenticator', {
      options: { ...options, isUserVerified: true, automaticPresenceSimulation: true },
    });
    await signIn(page, 'passkey@zone.example');
    await isAt(page, '/zh/desk');
    // On the way of the desk's own script, not by loading the page anew.
    await page.locator('nav a[href$="/desk/account"]').click();
    await page.locator('passkey-form input[name=name]').fill('办公电脑');
    await page.locator('passkey-form button').click();
    await page.getByText('尚未使用').waitFor();
    await signOut(page);
    await page.goto('/zh/sign-in');
    await page.locator('passkey-form button').click();
    await isAt(page, '/zh/desk');
    await page.goto('/zh/desk/account');
    expect(await page.locator('#passkeys ~ ul').innerText()).toContain('办公电脑');
    expect(await page.getByText('尚未使用').count()).toBe(0);
    await expectAccessible(page);
    await signOut(page);
    await page.goto('/zh/sign-in');
    await signIn(page, 'passkey@zone.example');
    await isAt(page, '/zh/sign-in/code');
    await page.locator('passkey-form button').click();
    await isAt(page, '/zh/desk');
    await page.goto('/zh/desk/account');
    await page.locator('form[action="?/removePasskey"] button').click();
    await page.getByText('还没有通行密钥').waitFor();
  }));

test('without script there is no button for passkeys, and nothing else is missing', () =>
  visit('/en/sign-in', { javaScriptEnabled: false }, async ({ page }) => {
    expect(await page.locator('passkey-form button').isVisible()).toBe(false);
    expect(await page.locator('input[name=password]').isVisible()).toBe(true);
  }));

test('without script: the second step is set up, and signing in asks for it', () =>
  visit('/en/sign-in?next=%2Fen%2Fdesk%2Faccount%2Fsecond-factor', { javaScriptEnabled: false }, async ({ page }) => {
    await makeAccount(database, 'totp@zone.example');
    await signIn(page, 'totp@zone.example');
    await isAt(page, '/en/desk/account/second-factor');
    await page.locator('input[name=password]').fill(password);
    await page.locator('main form button').click();
    const secret = await page.locator('main > p > code').innerText();
    const uri = `otpauth://totp/x?secret=${secret}`;
    await page.locator('input[name=code]').fill(codeOf(uri));
    await page.locator('main form button').click();
    await page.locator('[role=status]').waitFor();
    await signOut(page);
    await page.goto('/en/sign-in');
    await signIn(page, 'totp@zone.example', 'not the password');
    expect(await page.locator('[role=alert]').first().innerText()).not.toBe('');
    expect(await page.locator('input[name=email]').inputValue()).toBe('totp@zone.example');
    await signIn(page, 'totp@zone.example');
    await isAt(page, '/en/sign-in/code');
    await page.locator('input[name=code]').fill('000000');
    await page.locator('main form button').first().click();
    await page.locator('[role=alert]').first().waitFor();
    await page.locator('input[name=code]').fill(codeOf(uri, 1));
    await page.locator('main form button').first().click();
    await isAt(page, '/en/desk');
  }));

test('without script: a forgotten password is replaced by the link in the mail', () =>
  visit('/zh/sign-in', { javaScriptEnabled: false, viewport: phone }, async ({ page }) => {
    await makeAccount(database, 'forgot@zone.example');
    await page.locator('a[href="/zh/forgotten"]').click();
    await page.locator('input[name=email]').fill('forgot@zone.example');
    await page.locator('main form button').click();
    await page.locator('[role=status]').waitFor();
    await page.goto(await linkTo('forgot@zone.example'));
    await page.locator('input[name=password]').fill(newPassword);
    await page.locator('main form button').click();
    await page.goto('/zh/sign-in');
    await signIn(page, 'forgot@zone.example', newPassword);
    await isAt(page, '/zh/desk');
  }));

test('an invitation is accepted on a phone', async () => {
  const email = 'invited@zone.example';
  const invitation = { email, name: 'Li Na', lang: 'en' as const, memberships: [{ role: 'operator' as const }] };
  const sender = { origin: inject('site'), siteName: 'Yuanlian', now: new Date() };
  await database.allOrNothing(commandLine, (tx) => inviteMember(tx, commandLine, { invitation, sender }));
  await visit(await linkTo(email), { viewport: phone }, async ({ page }) => {
    await expectAccessible(page);
    await expectNoSidewaysScroll(page);
    await page.locator('input[name=password]').fill(newPassword);
    await page.locator('main form button').click();
    await page.waitForURL(/\/desk/);
  });
});

test('the first link makes an operator', async () => {
  const made = await database.allOrNothing(commandLine, (tx) => operatorLink(tx, commandLine, new Date()));
  await visit(`/zh${made.ok ? made.value : ''}`, {}, async ({ page }) => {
    await expectAccessible(page);
    await page.locator('input[name=name]').fill('王芳');
    await signIn(page, 'first@zone.example', newPassword);
    await isAt(page, '/zh/desk');
  });
});

test('a new address counts when both the old one and the new one have agreed', async () => {
  await visit('/en/desk/account', await signedIn('old@zone.example'), async ({ page }) => {
    await page.locator('input[name=email]').fill('new@zone.example');
    await page.locator('form[action="?/email"] button').click();
    await page.locator('[role=status]').waitFor();
    for (const email of ['old@zone.example', 'new@zone.example']) {
      await page.goto(await linkTo(email));
      await expectAccessible(page);
      await page.locator('main form button').click();
      await page.locator('[role=status]').waitFor();
    }
    await page.goto('/en/desk/account');
    expect(await page.locator('main').innerText()).toContain('Now: new@zone.example');
  });
});

const open = ['sign-in', 'sign-in/code', 'forgotten', 'reset/x', 'invitation/x', 'setup/x', 'confirm/x'];
const own = ['desk/account', 'desk/account/second-factor', 'desk/account/password'];

describe.each(langs)('in %s', (lang) => {
  test.each([...open, ...own])('/%s is accessible and fits a phone, by day and by night', async (path) => {
    const who = own.includes(path) ? await signedIn(`${lang}-${path.replaceAll('/', '-')}@zone.example`) : {};
    for (const colorScheme of ['light', 'dark'] as const) {
      await visit(`/${lang}/${path}`, { ...who, viewport: phone, colorScheme }, async ({ page }) => {
        await expectAccessible(page);
        await expectNoSidewaysScroll(page);
      });
    }
  });
});
