import { readFileSync } from 'node:fs';
import { PgBoss } from 'pg-boss';
import { expect, test } from 'vitest';
import { newClone } from '../../tests/support/database.ts';

/** The version of its tables that the installed library works with, as it says itself. */
function wantedVersion(): number {
  const about = JSON.parse(readFileSync('node_modules/pg-boss/package.json', 'utf8')) as { pgboss: { schema: number } };
  return about.pgboss.schema;
}

test('the tables of jobs that our migrations make are those the installed pg-boss expects', async () => {
  const boss = new PgBoss({
    ...{ connectionString: await newClone(), max: 2, migrate: false, createSchema: false },
    ...{ supervise: false, schedule: false, openTelemetry: { enabled: false } },
  });
  await boss.start();
  try {
    expect(await boss.schemaVersion()).toBe(wantedVersion());
    expect(await boss.detectSchemaDrift()).toMatchObject({ ok: true });
  } finally {
    await boss.stop({ graceful: false });
  }
});
