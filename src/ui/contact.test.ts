import { expect, test } from 'vitest';
import { siteSchema } from '#platform/site.ts';
import { waysToReach, whoRunsIt } from './contact.ts';

test('the sample page’s contact block comes out as it is printed there, telephone first', () => {
  const site = siteSchema.parse({
    phone: '+86-0512-53660867',
    fax: '+86-0512-53660867',
    email: 'info@investchn.com',
  });
  expect(waysToReach(site, 'zh').map((fact) => [fact.name, fact.text])).toEqual([
    ['phone', '+86-0512-53660867'],
    ['fax', '+86-0512-53660867'],
    ['email', 'info@investchn.com'],
  ]);
});

test('what the operator has not filled in is not shown', () => {
  const site = siteSchema.parse({});
  expect([...waysToReach(site, 'zh'), ...whoRunsIt(site, 'zh')]).toEqual([]);
});
