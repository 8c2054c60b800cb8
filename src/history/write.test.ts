import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { cloneTemplateAsOwner, inRollback } from '../../tests/support/database.ts';
import { changesBetween } from './change.ts';
import { history } from './tables.server.ts';
import { remember } from './write.server.ts';

const commandLine = { id: 'command-line', memberships: [{ role: 'operator' }] };

test('what was done is written down with who did it', () =>
  inRollback(async (tx) => {
    const changes = changesBetween({ title: 'a' }, { title: 'b' });
    await remember(tx, commandLine, { kind: 'zone', record: '32101026', action: 'corrected', changes });
    const rows = await tx.select().from(history);
    expect(rows).toMatchObject([{ actor: 'command-line', action: 'corrected', changes: { title: ['a', 'b'] } }]);
  }));

const changing = ['update history set actor = $$x$$', 'delete from history', 'truncate history'];

test.each(changing)('the site may not change or delete a row: %s', (statement) =>
  inRollback(async (tx) => {
    await remember(tx, commandLine, { kind: 'zone', record: '1', action: 'made' });
    await expect(tx.execute(sql.raw(statement))).rejects.toMatchObject({
      cause: { message: 'permission denied for table history' },
    });
  }),
);

test.each(changing)('nor does the owner of the table: %s', async (statement) => {
  const owner = await cloneTemplateAsOwner();
  await owner.inTransaction(commandLine, (tx) =>
    remember(tx, commandLine, { kind: 'zone', record: '1', action: 'made' }),
  );
  await expect(owner.pool.query(statement)).rejects.toThrow('history rows are never changed or deleted');
  await owner.close();
});
