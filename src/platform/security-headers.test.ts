import { expect, test } from 'vitest';
import { securityHeaders, withHeaders } from './security-headers.ts';

test('nothing inline is allowed, nothing from elsewhere, and nobody may frame a page', () => {
  const headers = new Map(securityHeaders('http://localhost:3000'));
  const policy = headers.get('content-security-policy') ?? '';
  expect(policy).toContain("default-src 'none'");
  expect(policy).toContain("frame-ancestors 'none'");
  expect(policy).not.toMatch(/unsafe|https?:|\*/);
  expect(headers.has('strict-transport-security')).toBe(false);
});

test('https is asked for ever after where the site is reached by it', () => {
  const headers = new Map(securityHeaders('https://zone.example'));
  expect(headers.get('strict-transport-security')).toMatch(/max-age=\d{8}/);
});

test('a header an answer brings itself stands', () => {
  const own = [['content-security-policy', 'sandbox']] as const;
  const both = withHeaders(own, securityHeaders('http://localhost'));
  expect(both.filter(([name]) => name === 'content-security-policy')).toEqual(own);
});
