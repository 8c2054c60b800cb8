import type { Page } from 'playwright-core';
import { afterAll, beforeAll, expect, inject, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { operatorLink } from '#accounts/operator-link.server.ts';
import { addressOfGate } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { expectAccessible, visit } from '../support/browser.ts';
import { makeAccount, password } from '../support/people.ts';
import { codeOf } from '../support/totp.ts';

const member = { role: 'member', zone: '32101026' } as const;
const newPassword = 'a horse that reads maps';
let database: Database;

beforeAll(() => {
  database = openDatabase(addressOfGate(inject('siteDatabase')), 2);
});
afterAll(() => database.close());

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

test('the first link makes an operator', async () => {
  const made = await database.allOrNothing(commandLine, (tx) => operatorLink(tx, commandLine, new Date()));
  await visit(`/zh${made.ok ? made.value : ''}`, {}, async ({ page }) => {
    await expectAccessible(page);
    await page.locator('input[name=name]').fill('王芳');
    await signIn(page, 'first@zone.example', newPassword);
    await isAt(page, '/zh/desk');
  });
});
