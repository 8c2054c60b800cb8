import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine } from '#accounts/actor.ts';
import { addAccount } from '#accounts/write.server.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { notify } from './write.server.ts';

async function someone(tx: Tx, name: string): Promise<number> {
  const account = { name, email: `${name}@example.cn`, password: 'correct horse battery' };
  const made = await addAccount(tx, commandLine, { account, membership: { role: 'operator' } });
  if (!made.ok) throw new Error(made.problems[0]?.says.en);
  return made.value;
}

test('each account is told once, however often it is named, and one job follows', () =>
  inRollback(async (tx) => {
    const accounts = [await someone(tx, 'li'), await someone(tx, 'wang')];
    const text = { zh: '文章已发布', en: 'The article is published' };
    await notify(tx, { accounts: [...accounts, ...accounts], kind: 'review', text, path: '/desk/articles/1' });
    const told = await tx.execute(sql`select account_id, path from notification order by account_id`);
    expect(told.rows).toHaveLength(2);
    const jobs = await tx.execute(sql`select name from pgboss.job`);
    expect(jobs.rows).toEqual([{ name: 'mail-notifications' }]);
  }));
