import { globSync } from 'node:fs';
import { resolve } from 'node:path';
import { is } from 'drizzle-orm';
import { getTableConfig, PgTable } from 'drizzle-orm/pg-core';
import { expect, test } from 'vitest';
import { testDatabase } from '../support/database.ts';

async function tablesInCode(): Promise<PgTable[]> {
  const files = globSync('src/**/tables.server.ts');
  const modules = await Promise.all(files.map((file) => import(resolve(file)) as Promise<Record<string, unknown>>));
  return modules.flatMap((module) => Object.values(module)).filter((value) => is(value, PgTable));
}

test('the tables in the code are the tables that the migrations make', async () => {
  const { pool } = await testDatabase();
  const { rows } = await pool.query<{ name: string; optional: boolean }>(
    `select table_name || '.' || column_name as name, is_nullable = 'YES' as optional
     from information_schema.columns where table_schema = 'public'`,
  );
  const inDatabase = new Map(rows.map((row) => [row.name, row.optional]));
  const inCode = (await tablesInCode()).flatMap((table) => {
    const { name, columns } = getTableConfig(table);
    return columns.map((column) => [`${name}.${column.name}`, !column.notNull] as const);
  });
  expect(inCode.length).toBeGreaterThan(50);
  for (const [name, optional] of inCode) expect([name, inDatabase.get(name)]).toEqual([name, optional]);
});
