import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { languageTag, type Lang } from '#language/lang.ts';
import { comeAs, expectAccessible, expectNoSidewaysScroll, expectPartsSetApart, visitIn } from '../support/browser.ts';
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
  '/articles/file',
  '/articles/1',
  '/articles/1?edition=en',
  '/articles/1/preview',
  '/articles/1/review',
  '/articles/1/revisions',
  '/questions',
  '/imports',
  '/sources',
  '/sources/new',
  '/files',
  '/connections',
  '/connections?state=all',
  '/connections/board',
  '/connections/board?state=contact&broker=none',
  '/connections/load',
  '/waiting',
  '/templates',
  '/templates?template=reminder',
  '/health',
  '/zones',
  '/plans',
  '/plans/new',
  '/plans/file',
  '/tasks',
  '/tasks?state=open&group=block',
  '/tasks/new',
  '/tasks/new?zone=32101026',
  '/tasks/file',
  '/events',
  '/events/new',
  '/events/file',
  '/zones/32101026',
  '/zones/32101026/figures',
  '/zones/32101026/contacts',
  '/zones/32101026/units',
  '/leader',
  '/leader/records?of=indicators',
  '/leader/records?of=gates',
  '/slips',
  '/slips?state=all&colour=red',
  '/slips/new',
  '/slips/file',
  '/instructions',
  '/instructions?about=plan',
  '/instructions/new',
  '/blockers',
  '/blockers?state=filed',
  '/claims',
  '/mentions',
  '/organisations',
  '/organisations/new',
  '/organisations/file',
  '/organisations/duplicates',
  '/projects',
  '/projects/board',
  '/projects/timeline',
  '/projects/map',
  '/projects/meeting',
  '/projects/conversion',
  '/projects/file',
  '/needs',
  '/needs/new',
  '/needs/file',
  '/offers',
  '/offers/new',
  '/offers/file',
  '/indicators',
  '/indicators/new',
  '/indicators/improvements',
  '/indicators/file',
  '/indicators/file?zone=32101026',
  '/indicators/values/file',
  '/clusters',
  '/clusters/new',
  '/clusters/file',
  '/clusters/file?zone=32101026',
  '/platform/improvements',
  '/rounds',
  '/rounds?state=open',
  '/rounds/new',
  '/platform/words',
  '/platform/jobs',
  '/platform/jobs?list=done',
  '/platform/mail',
  '/platform/backups',
  '/platform/accounts',
  '/platform/invitations',
  '/platform/audit',
  '/platform/calendar',
  '/platform/columns',
  '/platform/stages',
  '/platform/project-lists',
  '/projects/new',
  '/projects/new?zone=32101026',
  '/platform/site',
];

const ofColours = ['color-contrast', 'link-in-text-block'];
const ofWidth = ['target-size', 'scrollable-region-focusable', 'landmark-unique', 'landmark-one-main', 'region'];

/** An operator walks the desk in one language; the languages are files of their own, so that two walk at once. */
export function walkTheDesk(lang: Lang): void {
  let browser: Awaited<ReturnType<typeof comeAs>>;
  beforeAll(async () => {
    const { storageState } = await signedInOperator(`walker-${lang}`);
    browser = await comeAs({ storageState, viewport: { width: 1366, height: 900 } });
  });
  afterAll(() => browser.close());

  const pages = paths.map((path) => `/${lang}/desk${path}`);
  describe('every page of the desk, for an operator', () => {
    test.each(pages)('%s opens, breaks no rule of accessibility, light or dark, and fits a phone', (address) =>
      visitIn(browser, address, async ({ page, status }) => {
        expect(status).toBe(200);
        expect(new URL(page.url()).pathname).toBe(address.split('?')[0]);
        expect(await page.locator('html').getAttribute('lang')).toBe(languageTag[lang]);
        await expectPartsSetApart(page);
        await expectAccessible(page);
        await page.emulateMedia({ colorScheme: 'dark' });
        await expectAccessible(page, ofColours);
        await page.setViewportSize({ width: 375, height: 740 });
        await expectNoSidewaysScroll(page);
        await expectAccessible(page, ofWidth);
      }),
    );
  });
}
