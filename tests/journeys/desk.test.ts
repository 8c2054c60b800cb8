import { beforeAll, describe, expect, test } from 'vitest';
import { langs } from '#language/lang.ts';
import { expectAccessible, expectNoSidewaysScroll, visit, type Reader } from '../support/browser.ts';
import { signedInOperator } from '../support/sign-in.ts';

/** A page of the desk that an operator opens. A new page is a new row here. */
const paths = [
  '',
  '/notifications',
  '/notifications/settings',
  '/account',
  '/account/password',
  '/account/second-factor',
  '/articles',
  '/articles/new',
  '/questions',
  '/imports',
  '/sources',
  '/sources/new',
  '/files',
  '/health',
  '/platform/words',
  '/platform/jobs',
  '/platform/jobs?list=done',
  '/platform/mail',
  '/platform/backups',
  '/platform/accounts',
  '/platform/invitations',
  '/platform/audit',
];
const pages = paths.flatMap((path) => langs.map((lang) => [`/${lang}/desk${path}`, lang] as const));
const ofColours = ['color-contrast', 'link-in-text-block'];
const ofWidth = ['target-size', 'scrollable-region-focusable', 'landmark-unique', 'landmark-one-main', 'region'];

let operator: Reader;
beforeAll(async () => {
  const { storageState } = await signedInOperator('walker');
  operator = { storageState };
});

describe('every page of the desk, for an operator', () => {
  test.each(pages)('%s opens, breaks no rule of accessibility, light or dark, and fits a phone', (address, lang) =>
    visit(address, { ...operator, viewport: { width: 1366, height: 900 } }, async ({ page, status }) => {
      expect(status).toBe(200);
      expect(new URL(page.url()).pathname).toBe(address.split('?')[0]);
      expect(await page.locator('html').getAttribute('lang')).toBe(lang === 'zh' ? 'zh-Hans' : 'en');
      await expectAccessible(page);
      await page.emulateMedia({ colorScheme: 'dark' });
      await expectAccessible(page, ofColours);
      await page.setViewportSize({ width: 375, height: 740 });
      await expectNoSidewaysScroll(page);
      await expectAccessible(page, ofWidth);
    }),
  );
});
