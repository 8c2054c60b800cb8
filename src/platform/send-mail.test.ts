import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { newClone } from '../../tests/support/database.ts';
import { startMailServer, type MailServer } from '../../tests/support/mail-server.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { addressAsApp } from './app-role.server.ts';
import { openDatabase, type Database } from './database.server.ts';
import { queueMail, type Letter } from './mail.server.ts';
import { sendingMail, sweepMail } from './send-mail.server.ts';
import { mails } from './tables.server.ts';

/** What a mail carries here is made of its zone's name; one account may have nothing. */
const sendMail = sendingMail({
  'weekly-brief': (_, { account, zone }) =>
    Promise.resolve(
      account === forbidden
        ? undefined
        : { filename: 'brief.txt', contentType: 'text/plain', content: Buffer.from(`brief of ${zone}`) },
    ),
});

let forbidden: number;
let database: Database;
/** Looks past the policies. */
let owner: Database;
let server: MailServer;

beforeAll(async () => {
  const url = await newClone();
  owner = openDatabase(url, 2);
  database = openDatabase(addressAsApp(url), 4);
  server = await startMailServer();
});

afterEach(async () => {
  server.refuseWith(undefined);
  server.received.length = 0;
  await owner.pool.query('truncate mail restart identity; delete from pgboss.job');
});

afterAll(async () => {
  await server.close();
  await database.close();
  await owner.close();
});

const letter: Letter = {
  to: 'li@example.cn',
  lang: 'zh',
  subject: '重置密码',
  text: '请打开：https://zone.example/zh/reset/secret-token-1\n\n<script>alert(1)</script>',
};

const withServer = () =>
  servicesWith(database, {
    YUANLIAN_SMTP: server.url,
    YUANLIAN_MAIL_FROM: '园联 <no-reply@zone.example>',
    ORIGIN: 'https://zone.example',
  });

async function queued(changes: Partial<Letter> = {}): Promise<void> {
  await database.inTransaction({ memberships: [] }, (tx) => queueMail(tx, { ...letter, ...changes }));
}

async function outbox() {
  return owner.db.select().from(mails);
}

test('a mail arrives once, however often its job runs, and its text is gone from the outbox', async () => {
  await queued();
  const twice = [1, 2].map(() => sendMail(withServer(), { mail: 1 }, firstRun));
  await Promise.all(twice);
  await sendMail(withServer(), { mail: 1 }, firstRun);
  expect(server.received).toHaveLength(1);
  expect(await outbox()).toMatchObject([{ body: null, tries: 1, lastError: null, sentAt: expect.any(Date) as Date }]);
});

test('it says that a machine wrote it, in which language, and has an id of its own', async () => {
  await queued({ unsubscribe: 'https://zone.example/zh/unsubscribe/abc.def' });
  await sendMail(withServer(), { mail: 1 }, firstRun);
  const [raw = ''] = server.received;
  expect(raw).toMatch(/^Auto-Submitted: auto-generated\r?$/m);
  expect(raw).toMatch(/^Content-Language: zh-Hans\r?$/m);
  expect(raw).toMatch(/^Message-ID: <mail-1-[a-z0-9]+@zone\.example>\r?$/m);
  expect(raw).toMatch(/^List-Unsubscribe: <https:\/\/zone\.example\/zh\/unsubscribe\/abc\.def>\r?$/m);
  expect(raw).toMatch(/^List-Unsubscribe-Post: List-Unsubscribe=One-Click\r?$/m);
  expect(raw).toContain('Content-Type: text/plain');
  expect(raw).toContain('Content-Type: text/html');
  expect(raw.split('Content-Type: text/html')[1]).not.toContain('<script>alert');
});

test('while the server is down the mail waits, and says why without naming anybody', async () => {
  await queued();
  server.refuseWith(451);
  await expect(sendMail(withServer(), { mail: 1 }, firstRun)).rejects.toThrow('The mail server did not take it');
  const [waiting] = await outbox();
  expect(waiting).toMatchObject({ tries: 1, sentAt: null, droppedAt: null });
  expect(waiting?.lastError).not.toContain('li@example.cn');
  server.refuseWith(undefined);
  await sendMail(withServer(), { mail: 1 }, { ...firstRun, attempt: 2 });
  expect(server.received).toHaveLength(1);
});

test('a mail that the server will never take is given up, and its text is dropped', async () => {
  await queued();
  server.refuseWith(550);
  await sendMail(withServer(), { mail: 1 }, firstRun);
  expect(await outbox()).toMatchObject([{ body: null, sentAt: null, droppedAt: expect.any(Date) as Date }]);
});

test('without a mail server mails wait, and are taken up when one is named', async () => {
  await queued();
  await sendMail(servicesWith(database), { mail: 1 }, firstRun);
  expect(await outbox()).toMatchObject([{ sentAt: null, droppedAt: null, tries: 0 }]);
  await owner.pool.query('delete from pgboss.job');
  await sweepMail(withServer(), {}, firstRun);
  const { rows } = await owner.pool.query('select name, data from pgboss.job');
  expect(rows).toEqual([{ name: 'send-mail', data: { mail: 1 } }]);
});

test('the text of a mail that nobody sent for two weeks is dropped', async () => {
  await queued();
  await owner.pool.query("update mail set queued_at = now() - interval '15 days'");
  await sweepMail(servicesWith(database), {}, firstRun);
  expect(await outbox()).toMatchObject([{ body: null, droppedAt: expect.any(Date) as Date }]);
});

test('what a mail carries is made when it leaves, and a mail for somebody who may not have it is given up', async () => {
  const { rows } = await owner.pool.query<{ id: string }>(
    "insert into account (email, name) values ('one@example.cn', '李'), ('two@example.cn', '周') returning id",
  );
  const [one = 0, two = 0] = rows.map(({ id }) => Number(id));
  forbidden = two;
  const { here: zone } = await owner.db.transaction(twoZones);
  for (const account of [one, two]) await queued({ attach: { what: 'weekly-brief', account, zone } });
  await sendMail(withServer(), { mail: 1 }, firstRun);
  await sendMail(withServer(), { mail: 2 }, firstRun);
  expect(server.received).toHaveLength(1);
  expect(server.received[0]).toContain('filename=brief.txt');
  expect(server.received[0]).toContain(Buffer.from(`brief of ${zone}`).toString('base64'));
  const [sent, given] = (await outbox()).sort((before, after) => before.id - after.id);
  expect(sent).toMatchObject({ body: null, droppedAt: null, sentAt: expect.any(Date) as Date });
  expect(given).toMatchObject({ body: null, sentAt: null, droppedAt: expect.any(Date) as Date });
});
