import { expect, test } from 'vitest';
import { readConfig } from './config.ts';

test('nothing has to be set', () => {
  const config = readConfig({});
  expect(config).toMatchObject({
    ok: true,
    value: { port: 3000, origin: 'http://localhost:3000', originIsSet: false, sample: true, databaseUrl: undefined },
  });
});

test('settings are read, and an origin has no slash at its end', () => {
  const config = readConfig({ PORT: '80', ORIGIN: 'https://Zone.example/', YUANLIAN_METRICS_FROM: '10.0.0.1, ::1' });
  expect(config).toMatchObject({
    value: { port: 80, origin: 'https://zone.example', originIsSet: true, metricsFrom: ['10.0.0.1', '::1'] },
  });
});

test.each([
  ['PORT', '70000'],
  ['PORT', '-1'],
  ['ORIGIN', 'zone.example'],
  ['ORIGIN', 'https://zone.example/path'],
  ['ORIGIN', 'ftp://zone.example'],
  ['DATABASE_URL', 'mysql://x'],
  ['YUANLIAN_SAMPLE', 'no'],
  ['YUANLIAN_METRICS_FROM', 'everyone'],
  ['YUANLIAN_PROXIES', 'proxy.example'],
  ['YUANLIAN_PAGE_CACHE_MB', 'much'],
  ['YUANLIAN_FETCH_ALLOW', 'https://oa.example.cn'],
  ['YUANLIAN_FETCH_ALLOW', '10.0.0.0/33'],
  ['YUANLIAN_FETCH_ALLOW', '10.0.0'],
  ['YUANLIAN_FETCH_ALLOW', '127.0.0.1:99999'],
  ['YUANLIAN_FETCH_PROXY', 'proxy.example:3128'],
  ['YUANLIAN_FETCH_PROXY', 'socks5://proxy.example'],
  ['LOG_LEVEL', 'loud'],
])('%s=%s is refused by name, in both languages', (name, value) => {
  const config = readConfig({ [name]: value });
  expect(config).toMatchObject({ ok: false, problems: [{ field: name }] });
  expect(config.ok ? undefined : config.problems[0]?.says.zh).toContain(name);
});

test('every mistake is said at once', () => {
  const config = readConfig({ PORT: 'x', ORIGIN: 'y', YUANLIAN_SAMPLE: 'z' });
  expect(config.ok ? 0 : config.problems.length).toBe(3);
});
