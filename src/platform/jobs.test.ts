import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import type { Tx } from './database.server.ts';
import { later } from './jobs.server.ts';
import { queueMail } from './mail.server.ts';

async function waiting(tx: Tx) {
  const found = await tx.execute(sql`select name, data, singleton_key as key, start_after as at from pgboss.job`);
  return found.rows;
}

test('a job is queued with the change, and the same key twice is one job, the later order', () =>
  inRollback(async (tx) => {
    await later(tx, { job: 'send-mail', data: { mail: 1 }, key: 'a' });
    await later(tx, { job: 'send-mail', data: { mail: 2 }, key: 'a', at: new Date('2030-01-01T00:00:00Z') });
    const rows = await waiting(tx);
    expect(rows).toMatchObject([{ name: 'send-mail', data: { mail: 2 }, key: 'a' }]);
    expect(new Date(String(rows[0]?.['at'])).toISOString()).toBe('2030-01-01T00:00:00.000Z');
  }));

test('jobs without a key are as many as were ordered', () =>
  inRollback(async (tx) => {
    await later(tx, { job: 'send-mail', data: { mail: 1 } });
    await later(tx, { job: 'send-mail', data: { mail: 1 } });
    expect(await waiting(tx)).toHaveLength(2);
  }));

test('a line break in a subject makes no second header', () =>
  inRollback(async (tx) => {
    await queueMail(tx, { to: 'a@example.cn', lang: 'zh', subject: '标题\r\nBcc: b@example.cn', text: '正文' });
    const { rows } = await tx.execute(sql`select subject from mail`);
    expect(rows).toEqual([{ subject: '标题 Bcc: b@example.cn' }]);
  }));
