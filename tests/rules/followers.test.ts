import { expect, test } from 'vitest';
import { ownFollowers, remade } from '#organisations/own-followers.server.ts';
import { followers } from '#routes/[lang=lang]/desk/organisations/followers.server.ts';
import { testDatabase } from '../support/database.ts';

test('every column that names an organisation follows when two become one', async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query<{ name: string }>(`
    select conrelid::regclass || '.' || attname as name from pg_constraint
    join pg_attribute on attrelid = conrelid and attnum = any(conkey)
    where contype = 'f' and confrelid = 'organisation'::regclass and attname <> 'zone_code'
    union select table_name || '.' || column_name from information_schema.columns
    where table_schema = 'public' and column_name ~ 'organisation(_id|s)$' and data_type in ('bigint', 'ARRAY')`);
  const known = new Set([...[...ownFollowers, ...followers].flatMap(({ columns }) => columns), ...remade]);
  expect(rows.length).toBeGreaterThan(8);
  expect(rows.filter(({ name }) => !known.has(name))).toEqual([]);
});
