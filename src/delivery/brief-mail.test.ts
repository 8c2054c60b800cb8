import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import mammoth from 'mammoth';
import { theSystem } from '#accounts/actor.ts';
import { addressAsApp } from '#platform/app-role.server.ts';
import { openDatabase, type Database } from '#platform/database.server.ts';
import { mails } from '#platform/tables.server.ts';
import { newClone } from '../../tests/support/database.ts';
import { startMailServer, type MailServer } from '../../tests/support/mail-server.ts';
import { firstRun, servicesWith } from '../../tests/support/services.ts';
import { person } from '../../tests/support/listings.ts';
import { aTask, got, slipWorld } from '../../tests/support/slips.ts';
import { handlers } from '../jobs.server.ts';
import { mailBrief, wishBriefs } from './write-brief.server.ts';

const today = '2026-09-07';
let database: Database;
let server: MailServer;

beforeAll(async () => {
  database = openDatabase(addressAsApp(await newClone()), 4);
  server = await startMailServer();
});
afterAll(async () => {
  await server.close();
  await database.close();
});

const ask = () =>
  servicesWith(database, {
    YUANLIAN_SMTP: server.url,
    YUANLIAN_MAIL_FROM: 'site@zone.example',
    ORIGIN: 'https://zone.example',
  });

test('the brief arrives with its page as Word, and a leader who no longer leads is sent neither', async () => {
  const { here, leaves } = await database.inTransaction(theSystem, async (tx) => {
    const world = await slipWorld(tx);
    await aTask(tx, world.here, { light: 'red' });
    const leaves = await person(tx, '前书记', { role: 'leader', zone: world.here });
    await tx.execute(sql`update account set email = 'leader' || id || '@example.org'`);
    for (const one of [world.leader, leaves]) got(await wishBriefs(tx, one, [world.here]));
    const zone = { value: world.here, label: { zh: '本区', en: 'Here' } };
    expect(await mailBrief(tx, { zone, today, origin: 'https://zone.example' })).toBe(2);
    return { here: world.here, leaves };
  });
  const rows = await database.inTransaction(theSystem, (tx) => tx.select().from(mails).orderBy(mails.id));
  expect(rows).toMatchObject([{ attached: 'weekly-brief', attachedZone: here }, { attached: 'weekly-brief' }]);
  await database.inTransaction(theSystem, (tx) =>
    tx.execute(sql`delete from membership where account_id = ${leaves.accountId}`),
  );
  for (const { id } of rows) await handlers['send-mail'](ask(), { mail: id }, firstRun);
  expect(server.received).toHaveLength(1);
  const [raw = ''] = server.received;
  expect(raw).not.toContain(`To: leader${leaves.accountId}@example.org`);
  expect(raw).toMatch(/filename=weekly-brief-\d{4}-\d\d-\d\d\.docx/);
  const [, encoded = ''] = /\.docx\r\n(?:[A-Z][^\r]*\r\n)*\r\n([A-Za-z0-9+/=\r\n]+)/i.exec(raw) ?? [];
  const { value } = await mammoth.extractRawText({ buffer: Buffer.from(encoded, 'base64') });
  expect(value).toContain('其中逾期 1 项');
});
