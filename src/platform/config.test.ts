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
  ['YUANLIAN_FILES', 'https://bucket'],
  ['YUANLIAN_FILES', 's3://B'],
  ['YUANLIAN_ZONE_QUOTA_MB', '0'],
  ['YUANLIAN_WORKER', 'no'],
  ['YUANLIAN_SMTP', 'mail.example:25'],
  ['YUANLIAN_SMTP', 'https://mail.example'],
  ['YUANLIAN_MAIL_FROM', 'nobody'],
  ['YUANLIAN_MAIL_FROM', 'Zone <a@b.cn>\r\nBcc: x@y.cn'],
  ['YUANLIAN_BACKUP', 'always'],
  ['YUANLIAN_BACKUP', 'daily 25:00'],
  ['YUANLIAN_BACKUP_KEEP', 'all'],
])('%s=%s is refused by name, in both languages', (name, value) => {
  const config = readConfig({ [name]: value });
  expect(config).toMatchObject({ ok: false, problems: [{ field: name }] });
  expect(config.ok ? undefined : config.problems[0]?.says.zh).toContain(name);
});

test('files go into a folder of the data, or into a bucket', () => {
  const folder = readConfig({ YUANLIAN_DATA: '/srv/yuanlian' });
  expect(folder).toMatchObject({ value: { files: { kind: 'disk', folder: '/srv/yuanlian/files' } } });
  const bucket = readConfig({
    YUANLIAN_FILES: 's3://zones/files/',
    YUANLIAN_S3_ENDPOINT: 'http://10.0.0.2:9000/',
    YUANLIAN_S3_KEY: 'k',
    YUANLIAN_S3_SECRET: 's',
  });
  const files = { kind: 's3', bucket: 'zones', prefix: 'files', endpoint: 'http://10.0.0.2:9000', region: 'us-east-1' };
  expect(bucket).toMatchObject({ value: { files } });
});

test('a bucket needs an address and a key, and each that is missing is named', () => {
  const config = readConfig({ YUANLIAN_FILES: 's3://zones', YUANLIAN_S3_ENDPOINT: 's3.example' });
  const fields = config.ok ? [] : config.problems.map(({ field }) => field);
  expect(fields).toEqual(['YUANLIAN_S3_ENDPOINT', 'YUANLIAN_S3_KEY', 'YUANLIAN_S3_SECRET']);
});

test('every mistake is said at once', () => {
  const config = readConfig({ PORT: 'x', ORIGIN: 'y', YUANLIAN_SAMPLE: 'z' });
  expect(config.ok ? 0 : config.problems.length).toBe(3);
});

test('a mail server without a sender is refused', () => {
  expect(readConfig({ YUANLIAN_SMTP: 'smtp://mail.example:25' })).toMatchObject({
    problems: [{ field: 'YUANLIAN_MAIL_FROM' }],
  });
});

test.each([
  ['daily 02:30', '7d+4w', { cron: '30 2 * * *', keepDays: 7, keepWeeks: 4 }],
  ['sunday 23:05', '3d', { cron: '5 23 * * 0', keepDays: 3, keepWeeks: 0 }],
])('backups %s, kept %s', (when, keep, backup) => {
  expect(readConfig({ YUANLIAN_BACKUP: when, YUANLIAN_BACKUP_KEEP: keep })).toMatchObject({ value: { backup } });
});

test.each([
  [{ YUANLIAN_TRANSLATE_MODEL: 'm' }, ['YUANLIAN_TRANSLATE_MODEL']],
  [{ YUANLIAN_TRANSLATE_KEY: 'k' }, ['YUANLIAN_TRANSLATE_KEY']],
  [{ YUANLIAN_TRANSLATE_URL: 'http://127.0.0.1:8000/v1' }, ['YUANLIAN_TRANSLATE_MODEL']],
  [{ YUANLIAN_TRANSLATE_URL: 'ftp://x', YUANLIAN_TRANSLATE_MODEL: 'm' }, ['YUANLIAN_TRANSLATE_URL']],
  [{ YUANLIAN_TRANSLATE_URL: 'https://a:b@x/v1', YUANLIAN_TRANSLATE_MODEL: 'm' }, ['YUANLIAN_TRANSLATE_URL']],
  [{ YUANLIAN_TRANSLATE_URL: 'https://x/v1?key=1', YUANLIAN_TRANSLATE_MODEL: 'm' }, ['YUANLIAN_TRANSLATE_URL']],
  [{ YUANLIAN_TRANSLATE_URL: 'https://x/v1', YUANLIAN_TRANSLATE_MODEL: 'a b' }, ['YUANLIAN_TRANSLATE_MODEL']],
  [
    { YUANLIAN_TRANSLATE_URL: 'https://x/v1', YUANLIAN_TRANSLATE_MODEL: 'm', YUANLIAN_TRANSLATE_KEY: 'k\r\nx: y' },
    ['YUANLIAN_TRANSLATE_KEY'],
  ],
])('half a translation service or a wrong one is refused: %o', (environment, fields) => {
  const config = readConfig(environment);
  expect(config.ok ? [] : config.problems.map(({ field }) => field)).toEqual(fields);
});

test('a translation service is there only where it was set up, without a slash at its end', () => {
  expect(readConfig({})).toMatchObject({ value: { translator: undefined } });
  const set = { YUANLIAN_TRANSLATE_URL: 'http://127.0.0.1:8000/v1/', YUANLIAN_TRANSLATE_MODEL: 'm' };
  expect(readConfig(set)).toMatchObject({ value: { translator: { url: 'http://127.0.0.1:8000/v1', model: 'm' } } });
});
