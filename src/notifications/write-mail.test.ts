import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest';
import { commandLine, theSystem, type Actor } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import { addressAsApp } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { newClone } from '../../tests/support/database.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { kinds, usualWish, type Kind, type MailWish } from './notification.ts';
import { mailSettingsOf, notificationsOf, unreadCount } from './read.server.ts';
import { dailyDigest, mailNotifications } from './write-mail.server.ts';
import { stopMail } from './write-stop.server.ts';
import { markRead, notify, saveMailSettings } from './write.server.ts';

let database: Database;
/** Looks past the policies. */
let owner: Database;
let li: Actor & { accountId: number };
let wang: Actor & { accountId: number };

beforeAll(async () => {
  const url = await newClone();
  owner = openDatabase(url, 2);
  database = openDatabase(addressAsApp(url), 4);
  [li, wang] = [await someone('li'), await someone('wang')];
});

beforeEach(async () => {
  await owner.pool.query('truncate mail, notification, notification_setting, mail_language; delete from pgboss.job');
});

afterAll(async () => {
  await database.close();
  await owner.close();
});

async function someone(name: string): Promise<Actor & { accountId: number }> {
  const account = { name, email: `${name}@example.cn`, password: 'correct horse battery' };
  const made = await database.inTransaction(commandLine, (tx) =>
    addAccount(tx, commandLine, { account, membership: { role: 'operator' } }),
  );
  if (!made.ok) throw new Error(made.problems[0]?.says.en);
  return { id: `account:${made.value}`, accountId: made.value, name, memberships: [] };
}

const services = () => servicesWith(database, { ORIGIN: 'https://zone.example' });

async function tell(kind: Kind, zh: string, accounts = [li.accountId, wang.accountId]): Promise<void> {
  const text = { zh, en: `en ${zh}` };
  await database.inTransaction(theSystem, (tx) => notify(tx, { accounts, kind, text, path: '/desk/articles/1' }));
  const { rows } = await owner.pool.query<{ data: { batch: string } }>(
    "delete from pgboss.job where name = 'mail-notifications' returning data",
  );
  for (const { data } of rows) {
    // Twice, as after a worker that was killed before it could say that it was done.
    await mailNotifications(services(), data, firstRun);
    await mailNotifications(services(), data, firstRun);
  }
}

async function wish(actor: Actor, lang: 'zh' | 'en', mail: MailWish): Promise<void> {
  const wishes = { ...usualWish, ...Object.fromEntries(kinds.map((kind) => [kind, mail])) };
  const saved = await database.inTransaction(actor, (tx) => saveMailSettings(tx, actor, { lang, wishes }));
  expect(saved.ok).toBe(true);
}

interface Mail {
  to_address: string;
  subject: string;
  body: string;
  unsubscribe_url: string;
}

async function mails(): Promise<Mail[]> {
  return (await owner.pool.query<Mail>('select * from mail order by to_address')).rows;
}

test('each reader is written to once, in their own language, when they want it at once', async () => {
  await wish(li, 'en', 'at-once');
  await wish(wang, 'zh', 'at-once');
  await tell('review', '请审核');
  expect(await mails()).toMatchObject([
    { to_address: 'li@example.cn', subject: 'en 请审核' },
    { to_address: 'wang@example.cn', subject: '请审核' },
  ]);
  expect((await mails())[0]?.body).toContain('https://zone.example/en/desk/articles/1');
});

test('whoever wants it daily gets one mail for all, without what was read meanwhile', async () => {
  await wish(li, 'zh', 'daily');
  await wish(wang, 'zh', 'off');
  for (const text of ['一', '二', '三']) await tell('source', text);
  expect(await mails()).toEqual([]);
  const [newest] = await notificationsOf(owner.db, li.accountId);
  await database.inTransaction(li, (tx) => markRead(tx, li, [newest?.id ?? 0]));
  await dailyDigest(services(), {}, firstRun);
  await dailyDigest(services(), {}, firstRun);
  const sent = await mails();
  expect(sent).toMatchObject([{ to_address: 'li@example.cn', subject: '园联：2 条通知' }]);
  expect(sent[0]?.body).toContain('一');
  expect(sent[0]?.body).not.toContain('三');
});

test('the link in a mail stops that kind for that reader only, and a forged one stops nothing', async () => {
  await wish(li, 'zh', 'at-once');
  await wish(wang, 'zh', 'at-once');
  await tell('review', '请审核');
  const token = (await mails())[0]?.unsubscribe_url.split('/').at(-1) ?? '';
  const stopped = await database.inTransaction(theSystem, (tx) => stopMail(tx, token));
  expect(stopped.ok).toBe(true);
  const after = await mailSettingsOf(owner.db, li.accountId);
  expect([after.wishes.review, after.wishes.source]).toEqual(['off', 'at-once']);
  expect((await mailSettingsOf(owner.db, wang.accountId)).wishes.review).toBe('at-once');
  const [body = '', mac = ''] = token.split('.');
  const other = Buffer.from(`${wang.accountId} review`).toString('base64url');
  for (const forged of [`${other}.${mac}`, body, `${body}.`, `${body}.${mac}x`, '']) {
    expect(await database.inTransaction(theSystem, (tx) => stopMail(tx, forged))).toMatchObject({ ok: false });
  }
});

test("nobody marks another's notifications, nor while looking as somebody else", async () => {
  await tell('review', '请审核', [li.accountId]);
  const [told] = await notificationsOf(owner.db, li.accountId);
  await database.inTransaction(wang, (tx) => markRead(tx, wang, [told?.id ?? 0]));
  const asLi: Actor = { ...li, viewedBy: { accountId: wang.accountId, name: 'wang' } };
  expect(await database.inTransaction(asLi, (tx) => markRead(tx, asLi, 'all'))).toMatchObject({ ok: false });
  expect(await unreadCount(owner.db, li.accountId)).toBe(1);
});

test('unread ones come first, and paging shows each once', async () => {
  for (let count = 0; count < 35; count++) await tell('source', `第 ${count} 条`, [li.accountId]);
  const first = await notificationsOf(owner.db, li.accountId);
  await database.inTransaction(li, (tx) => markRead(tx, li, [first[0]?.id ?? 0]));
  const page = await notificationsOf(owner.db, li.accountId);
  const last = page.at(-1);
  const rest = await notificationsOf(owner.db, li.accountId, { isUnread: !last?.isRead, id: last?.id ?? 0 });
  const all = [...page, ...rest];
  expect(new Set(all.map(({ id }) => id)).size).toBe(35);
  expect(all.at(-1)?.id).toBe(first[0]?.id);
});
