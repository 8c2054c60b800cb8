import { sql } from 'drizzle-orm';
import { afterAll, afterEach, beforeAll, expect, test } from 'vitest';
import { theSystem } from '#accounts/actor.ts';
import { readConfig } from '#platform/config.ts';
import type { Database } from '#platform/database.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { closeServers, serve } from '../../tests/support/servers.ts';
import { pageFacts, probePages } from './probe.server.ts';

let database: Database;
beforeAll(async () => {
  database = await cloneTemplate();
});
afterEach(closeServers);
afterAll(() => database.close());

test('pages of the site are opened at its own address, and what did not answer counts as missed', async () => {
  const port = await serve((request, response) => {
    const isWell = request.url?.startsWith('/zh');
    response.writeHead(isWell ? 200 : 500, { 'content-type': 'text/html' }).end('<p>');
  });
  const config = readConfig({ ORIGIN: `http://127.0.0.1:${port}` });
  if (!config.ok) throw new Error('the settings are wrong');
  await probePages({ config: config.value, database });
  await database.inTransaction(theSystem, (tx) =>
    tx.execute(
      sql`insert into page_probe values ('/zh', now() - interval '1 day', 4000), ('/zh', now() - interval '8 days', 1)`,
    ),
  );
  const facts = await database.inTransaction(theSystem, pageFacts);
  expect(facts).toHaveLength(10);
  expect(facts.find(({ path }) => path === '/zh')).toEqual({ path: '/zh', probes: 2, missed: 0, p95: 4000 });
  expect(facts.find(({ path }) => path === '/en')).toEqual({ path: '/en', probes: 1, missed: 1, p95: null });
});
