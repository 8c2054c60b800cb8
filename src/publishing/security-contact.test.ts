import { expect, test } from 'vitest';
import { siteSchema } from '#platform/site.ts';
import { robotsTxt, securityTxt } from './security-contact.ts';

const now = new Date('2026-11-22T10:00:00Z');
const origin = 'https://zone.example';

test.each([
  [{ securityContact: 'security@zone.example', email: 'info@zone.example' }, 'mailto:security@zone.example'],
  [{ securityContact: 'https://zone.example/report' }, 'https://zone.example/report'],
  [{ email: 'info@zone.example' }, 'mailto:info@zone.example'],
  [{}, 'https://zone.example/zh/contact'],
])('security.txt of %o says to write to %s', (site, contact) => {
  expect(securityTxt(siteSchema.parse(site), origin, now)).toContain(`Contact: ${contact}\n`);
});

test('security.txt is always valid for months ahead and less than a year', () => {
  const text = securityTxt(siteSchema.parse({}), origin, now);
  expect(text).toContain('Expires: 2027-05-21T00:00:00.000Z');
});

test('robots.txt opens the pages, closes search and desk, and names the sitemaps', () => {
  const text = robotsTxt(origin);
  expect(text).toContain('Disallow: /zh/search\n');
  expect(text).toContain('Sitemap: https://zone.example/sitemap.xml\n');
  expect(text).not.toContain('Disallow: /\n');
});
