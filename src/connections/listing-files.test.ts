import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, visitor, type Actor } from '#accounts/actor.ts';
import { readableFile } from '#files/read.server.ts';
import { attachFile } from '#listings/write-files.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { suggested, valueOf, world, type World } from '../../tests/support/connections.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { connectionFor } from './read.server.ts';
import { accept } from './write-answer.server.ts';
import { propose } from './write-propose.server.ts';

let database: Database;
let at: World;
beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => world(tx, { isAnonymous: true, isPublic: true }));
});
afterAll(() => database.close());
const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.inTransaction(actor, work);

/** A file of the need, kept for its own people as an upload keeps it. */
async function attached(name: string): Promise<string> {
  return as(at.broker, async (tx) => {
    const { rows } = await tx.execute<{ id: string }>(sql`
      insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state, uploaded_by, uploader_name,
        organisations, broker_zones)
      values (${at.here}, ${name}, 'application/pdf', 1, 1, 'x',
        '[{"name": "original", "mediaType": "application/pdf", "bytes": 1, "sha256": "x"}]', 'kept', 'x', 'x',
        array[${at.firm}]::bigint[], array[${at.here}]) returning id`);
    const id = rows[0]?.id ?? '';
    valueOf(await attachFile(tx, at.broker, { id: at.need, file: { id, name } }));
    return id;
  });
}
const mayHave = (actor: Actor, id: string) =>
  as(actor, async (tx) => (await readableFile(tx, actor, { id, variant: 'original' })) !== undefined);
const shownTo = (actor: Actor, id: number) =>
  as(actor, async (tx) => (await connectionFor(tx, actor, id))?.listingFiles.need.map(({ name }) => name));

test('what is attached to an anonymous need is the other side’s once both have accepted, also what comes later', async () => {
  const early = await attached('图纸.pdf');
  const id = await as(commandLine, (tx) => suggested(tx, at));
  valueOf(await as(at.broker, (tx) => propose(tx, at.broker, { id, note: '' })));
  valueOf(await as(at.buyer, (tx) => accept(tx, at.buyer, { id })));
  for (const other of [at.maker, at.farBroker]) {
    expect(await mayHave(other, early)).toBe(false);
    expect(await shownTo(other, id)).toEqual([]);
  }
  expect(await shownTo(at.buyer, id)).toEqual(['图纸.pdf']);
  valueOf(await as(at.maker, (tx) => accept(tx, at.maker, { id })));
  const late = await attached('检测报告.pdf');
  for (const known of [at.maker, at.farBroker, at.buyer, at.broker]) {
    expect([await mayHave(known, early), await mayHave(known, late)]).toEqual([true, true]);
    expect(await shownTo(known, id)).toEqual(['图纸.pdf', '检测报告.pdf']);
  }
  for (const stranger of [visitor, at.outsider, at.editor])
    expect([await mayHave(stranger, early), await mayHave(stranger, late)]).toEqual([false, false]);
});
