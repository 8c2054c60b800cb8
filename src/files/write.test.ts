import { readdirSync } from 'node:fs';
import { join } from 'node:path';
import { eq } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inFolder, photograph } from '../../tests/support/files.ts';
import { cloneTemplate, inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { history } from '#history/tables.server.ts';
import { sayWhoAsks, type Tx } from '#platform/database.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { storageKey } from './file.ts';
import type { Prepared } from './prepare.server.ts';
import { readableFile, storedBytesOf } from './read.server.ts';
import { files, fileUses } from './tables.server.ts';
import { showFiles, useFiles } from './write-use.server.ts';
import { purgeFiles } from './write-purge.server.ts';
import { addFile, announceFile, deleteFile, restoreFile } from './write.server.ts';

const [here, there] = ['32101026', '34101001'];
const someone = (role: Role, zone: string): Actor => ({ id: 'account:7', name: '张', memberships: [{ role, zone }] });
const editor = someone('editor', here);
const neighbour = someone('editor', there);
const wrong: [string, Actor][] = [
  ['a visitor', visitor],
  ['the editor of another zone', neighbour],
  ...(['broker', 'officer', 'leader', 'member'] as const).map((role): [string, Actor] => [role, someone(role, here)]),
];

const prepared: Prepared = {
  about: {
    ...{ name: '年报.pdf', mediaType: 'application/pdf', bytes: 10, storedBytes: 10, width: null, height: null },
    ...{ sha256: 'ab', variants: [{ name: 'original', mediaType: 'application/pdf', bytes: 10, sha256: 'ab' }] },
  },
  paths: new Map(),
};

async function keptFile(tx: Tx, zone = here): Promise<string> {
  const announced = await announceFile(tx, commandLine, { zone, prepared, quota: 1000 });
  if (!announced.ok) throw new Error('refused');
  await tx.update(files).set({ state: 'kept' }).where(eq(files.id, announced.value));
  return announced.value;
}

const inZones = (work: (tx: Tx) => Promise<void>) => () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await work(tx);
  });

const used = (isPublic: boolean) => ({ kind: 'article', record: '1', zone: here, isPublic });

test.each(wrong)('%s adds, deletes and restores nothing', (_who, actor) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await keptFile(tx);
    expect(await announceFile(tx, actor, { zone: here, prepared, quota: 1000 })).toMatchObject({ ok: false });
    expect(await deleteFile(tx, actor, id)).toMatchObject({ ok: false });
    expect(await tx.select({ state: files.state }).from(files)).toEqual([{ state: 'kept' }]);
    await deleteFile(tx, editor, id);
    expect(await restoreFile(tx, actor, id)).toMatchObject({ ok: false });
    expect(await tx.select({ state: files.state }).from(files)).toEqual([{ state: 'deleted' }]);
  }),
);

test(
  'a file that nothing shows is there for the people of its zone only',
  inZones(async (tx) => {
    const id = await keptFile(tx);
    const asked = { id, variant: 'original' };
    for (const role of ['editor', 'publisher', 'broker', 'officer', 'leader'] as const)
      expect(await readableFile(tx, someone(role, here), asked)).toMatchObject({ isPublic: false });
    for (const actor of [visitor, neighbour, someone('member', here)])
      expect(await readableFile(tx, actor, asked)).toBeUndefined();
    await useFiles(tx, used(false), [id]);
    expect(await readableFile(tx, visitor, asked)).toBeUndefined();
    await showFiles(tx, used(true));
    expect(await readableFile(tx, visitor, asked)).toMatchObject({ isPublic: true });
    expect(await readableFile(tx, visitor, { id, variant: '../original' })).toBeUndefined();
    await showFiles(tx, used(false));
    expect(await readableFile(tx, visitor, asked)).toBeUndefined();
  }),
);

test(
  'a record uses files of its own zone, never another zone’s',
  inZones(async (tx) => {
    const [mine, theirs] = [await keptFile(tx), await keptFile(tx, there)];
    expect(await useFiles(tx, used(true), [mine, mine])).toEqual([]);
    expect(await useFiles(tx, used(true), [mine, theirs])).toEqual([theirs]);
    expect(await useFiles(tx, used(true), ['no-uuid', mine])).toEqual(['no-uuid']);
    expect((await tx.select().from(fileUses)).map(({ fileId }) => fileId)).toEqual([mine]);
    expect(await useFiles(tx, used(true), [])).toEqual([]);
    expect(await tx.select().from(fileUses)).toEqual([]);
  }),
);

test(
  'what is used is not deleted; what is deleted can come back, and is told in the history',
  inZones(async (tx) => {
    const id = await keptFile(tx);
    await useFiles(tx, used(false), [id]);
    expect(await deleteFile(tx, editor, id)).toMatchObject({ ok: false });
    await useFiles(tx, used(false), []);
    expect(await deleteFile(tx, editor, id)).toMatchObject({ ok: true });
    expect(await readableFile(tx, editor, { id, variant: 'original' })).toBeUndefined();
    expect(await useFiles(tx, used(false), [id])).toEqual([id]);
    expect(await restoreFile(tx, editor, id)).toMatchObject({ ok: true, value: { name: '年报.pdf' } });
    const told = await tx
      .select({ action: history.action })
      .from(history)
      .where(eq(history.record, id))
      .orderBy(history.id);
    expect(told.map(({ action }) => action)).toEqual(['deleted', 'restored']);
  }),
);

test(
  'a zone keeps no more than its share',
  inZones(async (tx) => {
    const announce = () => announceFile(tx, editor, { zone: here, prepared, quota: 25 });
    expect(await announce()).toMatchObject({ ok: true });
    expect(await announce()).toMatchObject({ ok: true });
    expect(await announce()).toMatchObject({
      ok: false,
      problems: [{ says: { zh: expect.stringContaining('用满') } }],
    });
    expect(await storedBytesOf(tx, here)).toBe(20);
    expect(await announceFile(tx, commandLine, { zone: '99999999', prepared, quota: 25 })).toMatchObject({ ok: false });
  }),
);

test('a photograph is kept in all its forms, and purged with all of them thirty days after it was deleted', () =>
  inFolder(async (put, folder) => {
    const database = await cloneTemplate();
    await database.inTransaction(commandLine, twoZones);
    const storage = diskStorage(join(folder, 'files'));
    const keeping = { database, files: storage, config: { zoneQuotaBytes: 1e9 } };
    const arrived = { path: await put('0', await photograph()), name: '照片.jpg' };
    expect(await addFile(keeping, neighbour, { zone: here, arrived })).toMatchObject({ ok: false });
    const added = await addFile(keeping, editor, { zone: here, arrived });
    if (!added.ok) throw new Error('refused');
    const { id } = added.value;
    expect(added.value).toMatchObject({ width: 800, height: 1200, url: `/files/${id}/800.jpg` });
    const stored = await Array.fromAsync(storage.list());
    expect(stored.map(({ key }) => key).sort()).toEqual(
      ['480.jpg', '480.webp', '800.jpg', '800.webp'].map((name) => storageKey(id, name)),
    );
    await database.inTransaction(editor, (tx) => deleteFile(tx, editor, id));
    const days = (count: number) => new Date(Date.now() + count * 24 * 3600_000);
    expect(await database.inTransaction(commandLine, (tx) => purgeFiles(tx, storage, days(29)))).toBe(0);
    expect(await database.inTransaction(commandLine, (tx) => purgeFiles(tx, storage, days(31)))).toBe(1);
    expect(
      readdirSync(join(folder, 'files'), { recursive: true }).filter((name) => String(name).includes('.')),
    ).toEqual([]);
    await database.close();
  }));

test(
  'the database itself keeps a zone’s files from the other zone',
  inZones(async (tx) => {
    const id = await keptFile(tx);
    const seen = async (asker: Actor) => {
      await sayWhoAsks(tx, asker);
      return (await tx.select({ id: files.id }).from(files)).length;
    };
    expect([await seen(visitor), await seen(neighbour), await seen(editor)]).toEqual([0, 0, 1]);
    await sayWhoAsks(tx, editor);
    await useFiles(tx, used(true), [id]);
    expect([await seen(visitor), await seen(neighbour)]).toEqual([1, 1]);
  }),
);
