import { afterAll, beforeAll, expect, test } from 'vitest';
import { cloneTemplate } from '../../tests/support/database.ts';
import type { Database } from './database.server.ts';

let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
});
afterAll(() => database.close());

const kept = 'select statement from pg_prepared_statements';

test('a statement that comes again is kept planned, and answers as before', async () => {
  const client = await database.pool.connect();
  const text = 'select $1::int + $2::int as sum';
  for (const other of [1, 2, 3, 4]) {
    const { rows } = await client.query({ text, values: [1, other] });
    expect(rows).toEqual([{ sum: 1 + other }]);
  }
  expect((await client.query(kept)).rows).toEqual([{ statement: text }]);
  client.release(true);
});

test('texts that differ each time do not pile up in the server', async () => {
  const client = await database.pool.connect();
  for (let length = 1; length <= 260; length++) {
    const text = `select ${Array.from({ length }, (_, place) => `$${place + 1}::int`).join(' + ')} as sum`;
    const values = Array.from({ length }, () => 1);
    for (let time = 0; time < 3; time++) await client.query({ text, values });
  }
  expect((await client.query(kept)).rowCount).toBe(200);
  client.release(true);
});
