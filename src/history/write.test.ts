import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { changesBetween } from './change.ts';
import { history } from './tables.server.ts';
import { remember } from './write.server.ts';

const commandLine = { id: 'command-line' };

test('what was done is written down with who did it', () =>
  inRollback(async (tx) => {
    const changes = changesBetween({ title: 'a' }, { title: 'b' });
    await remember(tx, commandLine, { kind: 'zone', record: '32101026', action: 'corrected', changes });
    const rows = await tx.select().from(history);
    expect(rows).toMatchObject([{ actor: 'command-line', action: 'corrected', changes: { title: ['a', 'b'] } }]);
  }));

test.each(['update history set actor = $$x$$', 'delete from history', 'truncate history'])(
  'no statement changes or deletes a row: %s',
  (statement) =>
    inRollback(async (tx) => {
      await remember(tx, commandLine, { kind: 'zone', record: '1', action: 'made' });
      await expect(tx.execute(sql.raw(statement))).rejects.toMatchObject({
        cause: { message: 'history rows are never changed or deleted' },
      });
    }),
);
