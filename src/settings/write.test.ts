import { mkdtemp, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, roles, visitor, type Actor } from '#accounts/actor.ts';
import { settingsWords as words } from '#language/words/settings.ts';
import { listenForChanges } from '#platform/changed-listener.server.ts';
import { openDatabase } from '#platform/database.server.ts';
import { siteSchema } from '#platform/site.ts';
import { SiteMemory } from '#platform/site-memory.ts';
import { addressAsApp } from '#platform/app-role.server.ts';
import { inRollback, newClone } from '../../tests/support/database.ts';
import { until } from '../../tests/support/program.ts';
import { keptSite, siteNow } from './read.server.ts';
import { siteOf, typedOf } from './setting.ts';
import { beginSite, saveSite } from './write.server.ts';

const site = siteSchema.parse({ name: { zh: '示例园联', en: 'Sample' }, siteCode: '3200000000', government: true });

const strangers: Actor[] = [
  visitor,
  ...roles
    .filter((role) => role !== 'operator')
    .map((role) => ({ id: 'account:1', accountId: 1, name: role, memberships: [{ role, zone: '32101026' }] })),
];

test.each(strangers)('$name may not change the settings of the site', (stranger) =>
  inRollback(async (tx) => {
    expect((await saveSite(tx, stranger, { version: 0, site })).ok).toBe(false);
    expect(await keptSite(tx)).toBeUndefined();
  }),
);

test('settings are one row with a version; a change in between is not overwritten; each is remembered', () =>
  inRollback(async (tx) => {
    expect(await saveSite(tx, commandLine, { version: 0, site })).toEqual({ ok: true, value: { version: 1 } });
    expect(await saveSite(tx, commandLine, { version: 1, site })).toEqual({ ok: true, value: { version: 1 } });
    const renamed = { ...site, phone: '0512-00000000' };
    expect(await saveSite(tx, commandLine, { version: 1, site: renamed })).toMatchObject({ value: { version: 2 } });
    expect(await saveSite(tx, commandLine, { version: 1, site })).toMatchObject({
      problems: [{ says: words.changedMeanwhile }],
    });
    expect(await siteNow(tx)).toEqual(renamed);
    const { rows } = await tx.execute(sql`select changes from history where kind = 'site' order by id`);
    expect(rows[1]).toEqual({ changes: { phone: ['', '0512-00000000'] } });
  }));

test.each([
  ['siteCode', { siteCode: '123' }, words.siteCodeWrong],
  ['siteCode', { siteCode: 'bm1234567' }, words.siteCodeWrong],
  ['email', { email: 'nobody' }, words.emailWrong],
  ['securityContact', { securityContact: 'javascript:alert(1)' }, words.contactWrong],
  ['name', { 'name.zh': ' ', 'name.en': '' }, words.nameMissing],
  ['slogan.zh', { 'slogan.zh': 'a\u0000' }, words.tooLong],
  ['icp', { icp: 'x'.repeat(101) }, words.tooLong],
])('a wrong %s is said beside its field: %j', (field, typed, says) =>
  inRollback(async (tx) => {
    const input = { version: 0, site: siteOf({ ...typedOf(site), ...typed }) };
    expect(await saveSite(tx, commandLine, input)).toEqual({ ok: false, problems: [{ field, says }] });
  }),
);

test('the form says all that the settings say, and nothing is lost on the way', () => {
  expect(siteSchema.parse(siteOf(typedOf(site)))).toEqual(site);
});

test('site.json counts once; what one process saves, every process knows at once', async () => {
  const url = addressAsApp(await newClone());
  const database = openDatabase(url, 4);
  const folder = await mkdtemp(join(tmpdir(), 'yuanlian-settings-'));
  const write = (zh: string) => writeFile(join(folder, 'site.json'), JSON.stringify({ name: { zh, en: zh } }));
  await writeFile(join(folder, 'site.json'), '{ "siteCode": "no" }');
  expect(await beginSite(database, folder)).toMatchObject({ ok: false, problems: [{ field: 'siteCode' }] });
  await write('第一次');
  await beginSite(database, folder);
  await write('第二次');
  expect(await beginSite(database, folder)).toMatchObject({ value: { name: { zh: '第一次' } } });

  const processes = [1, 2].map(() => {
    const memory = new SiteMemory(siteSchema.parse({}), () => siteNow(database.db));
    const forget = () => memory.forget();
    return { memory, listener: listenForChanges(url, { changed: forget, missed: forget }) };
  });
  const names = () => Promise.all(processes.map(async ({ memory }) => (await memory.current()).name.zh));
  await until(() => Promise.resolve(processes.every(({ listener }) => listener.isListening)), 5_000);
  expect(await names()).toEqual(['第一次', '第一次']);
  await database.inTransaction(commandLine, (tx) => saveSite(tx, commandLine, { version: 1, site }));
  await until(async () => (await names()).every((name) => name === '示例园联'), 1_000);
  await Promise.all(processes.map(({ listener }) => listener.end()));
  await database.close();
});

test('while the database is away the site is what it was, and is asked for again after', async () => {
  let isAway = true;
  const memory = new SiteMemory(site, () =>
    isAway
      ? Promise.reject(Object.assign(new Error('away'), { code: 'ECONNREFUSED' }))
      : Promise.resolve(siteSchema.parse({})),
  );
  expect(await memory.current()).toEqual(site);
  isAway = false;
  expect(await memory.current()).not.toEqual(site);
});
