import { expect, test } from 'vitest';
import { askerAddress } from './addresses.ts';

const proxies = ['10.0.0.1', '10.0.0.2'];

test('a forwarding header is believed only from a proxy of ours', () => {
  expect(askerAddress('198.51.100.7', '203.0.113.9', proxies)).toBe('198.51.100.7');
  expect(askerAddress('::ffff:10.0.0.1', '203.0.113.9', proxies)).toBe('203.0.113.9');
});

test('what a stranger wrote in front of it is not believed', () => {
  expect(askerAddress('10.0.0.1', '1.1.1.1, 203.0.113.9, 10.0.0.2', proxies)).toBe('203.0.113.9');
});

test('without a header the peer is who asks', () => {
  expect(askerAddress('10.0.0.1', undefined, proxies)).toBe('10.0.0.1');
  expect(askerAddress('::1', '', [])).toBe('::1');
});
