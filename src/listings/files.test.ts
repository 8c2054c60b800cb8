import { sql } from 'drizzle-orm';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { readableFile } from '#files/read.server.ts';
import type { Database, Tx } from '#platform/database.server.ts';
import { diskStorage } from '#platform/storage-disk.server.ts';
import { cloneTemplate } from '../../tests/support/database.ts';
import { inFolder } from '../../tests/support/files.ts';
import { twoSides, written } from '../../tests/support/listings.ts';
import { listingEntry } from './entry.ts';
import { toPublicListing } from './public-api.ts';
import { filesOfListing } from './read-files.server.ts';
import { publicEditions, publicListing } from './read-public.server.ts';
import { acceptListing, closeListing, publishListing, submitListing } from './write.server.ts';
import { deleteListing } from './write-care.server.ts';
import { attachFile, bringFiles, removeFile } from './write-files.server.ts';

let database: Database;
let at: Awaited<ReturnType<typeof twoSides>>;
beforeAll(async () => {
  database = await cloneTemplate();
  at = await database.inTransaction(commandLine, (tx) => twoSides(tx));
});
afterAll(() => database.close());

const as = <T>(actor: Actor, work: (tx: Tx) => Promise<T>) => database.inTransaction(actor, work);
const draft = () => as(at.member, (tx) => written(tx, at.member, { organisationId: at.enterprise }));
const report = '%PDF-1.4\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n';

/** Sends files as a form does. */
async function bring(actor: Actor, id: number, files: Readonly<Record<string, string>>) {
  let answer: Awaited<ReturnType<typeof bringFiles>> | undefined;
  await inFolder(async (put, folder) => {
    const arrived = await Promise.all(
      Object.entries(files).map(async ([name, text], place) => ({ path: await put(`arrived-${place}`, text), name })),
    );
    const keeping = { database, files: diskStorage(`${folder}/kept`), config: { zoneQuotaBytes: quota } };
    answer = await bringFiles(keeping, actor, { id, files: arrived });
  });
  if (!answer) throw new Error('no answer');
  return answer as Awaited<ReturnType<typeof bringFiles>>;
}
let quota = 1e9;

const namesOf = (actor: Actor, id: number) =>
  as(actor, async (tx) => (await filesOfListing(tx, id)).map(({ name }) => name));
const firstOf = (id: number) => as(commandLine, async (tx) => (await filesOfListing(tx, id))[0]?.id ?? '');
const mayHave = (actor: Actor, id: string) =>
  as(actor, async (tx) => (await readableFile(tx, actor, { id, variant: 'original' })) !== undefined);
const everything = () =>
  as(commandLine, async (tx) => {
    const { rows } = await tx.execute(sql`select (select jsonb_agg(f order by id) from file f) as f,
      (select jsonb_agg(a) from listing_attachment a) as a, (select count(*) from history) as h`);
    return rows;
  });

function strangers(): Actor[] {
  const viewedBy = { accountId: 1, name: 'operator' };
  const roles: readonly Role[] = ['editor', 'publisher', 'officer', 'leader'];
  return [
    ...[visitor, at.otherBroker, at.otherMember, { ...at.broker, viewedBy }, { ...at.member, viewedBy }],
    ...roles.map((role): Actor => ({ id: 'account:9', name: role, memberships: [{ role, zone: at.here }] })),
  ];
}

test('its people attach files and take them off; what is taken off is in the bin and nobody’s any longer', async () => {
  const id = await draft();
  expect(await bring(at.member, id, { '检测报告.pdf': report })).toMatchObject({ ok: true });
  expect(await bring(at.broker, id, { '图纸.pdf': `${report}%` })).toMatchObject({ ok: true });
  expect(await namesOf(at.member, id)).toEqual(['检测报告.pdf', '图纸.pdf']);
  const file = await firstOf(id);
  expect([await mayHave(at.member, file), await mayHave(at.broker, file)]).toEqual([true, true]);
  expect(await as(at.member, (tx) => removeFile(tx, at.member, { id, file }))).toMatchObject({ ok: true });
  expect(await namesOf(at.broker, id)).toEqual(['图纸.pdf']);
  expect([await mayHave(at.member, file), await mayHave(at.broker, file)]).toEqual([false, false]);
  const last = await firstOf(id);
  expect(await as(at.member, (tx) => deleteListing(tx, at.member, { id }))).toMatchObject({ ok: true });
  expect(await mayHave(at.broker, last)).toBe(false);
  const { rows } = await as(commandLine, (tx) => tx.execute(sql`select distinct state from file`));
  expect(rows).toEqual([{ state: 'deleted' }]);
});

test('nobody else attaches or takes off anything, and nothing changes', async () => {
  const id = await draft();
  await bring(at.member, id, { '检测报告.pdf': report });
  const file = await firstOf(id);
  const before = await everything();
  for (const stranger of strangers()) {
    // Through another's eyes the database itself refuses to write: the verb is asked where it would not.
    const asker = stranger.viewedBy ? commandLine : stranger;
    const brought = await bring(stranger, id, { 'x.pdf': report });
    const tied = await as(asker, (tx) => attachFile(tx, stranger, { id, file: { id: file, name: 'x' } }));
    const removed = await as(asker, (tx) => removeFile(tx, stranger, { id, file }));
    expect([stranger.name, brought.ok, tied.ok, removed.ok]).toEqual([stranger.name, false, false, false]);
  }
  expect(await everything()).toEqual(before);
});

test('a member changes the files of a draft alone; those of what is over stay as they were', async () => {
  const id = await draft();
  await as(at.member, (tx) => submitListing(tx, at.member, { id }));
  expect(await bring(at.member, id, { 'x.pdf': report })).toMatchObject({ ok: false, problems: [{ field: 'file' }] });
  expect((await bring(at.broker, id, { 'x.pdf': report })).ok).toBe(true);
  for (const step of [acceptListing, publishListing]) await as(at.broker, (tx) => step(tx, at.broker, { id }));
  await as(at.broker, (tx) => closeListing(tx, at.broker, { id, reason: 'withdrawn' }));
  const file = await firstOf(id);
  expect((await bring(at.broker, id, { 'y.pdf': report })).ok).toBe(false);
  expect((await as(at.broker, (tx) => removeFile(tx, at.broker, { id, file }))).ok).toBe(false);
});

test('what no file of ours may be is refused, as is what does not fit, and another’s file', async () => {
  const id = await draft();
  const refusedAt = { ok: false, problems: [{ field: 'file' }] };
  expect(await bring(at.member, id, {})).toMatchObject(refusedAt);
  expect(await bring(at.member, id, { '报告.pdf': 'MZ\u0090 program' })).toMatchObject({ ok: false });
  quota = 3;
  expect(await bring(at.member, id, { '报告.pdf': report })).toMatchObject(refusedAt);
  quota = 1e9;
  const many = Object.fromEntries(Array.from({ length: 21 }, (_, at) => [`${at}.pdf`, report]));
  expect(await bring(at.member, id, many)).toMatchObject(refusedAt);
  expect(await namesOf(at.member, id)).toEqual([]);
  const other = await as(at.otherMember, (tx) => written(tx, at.otherMember, { organisationId: at.institute }));
  await bring(at.otherMember, other, { '别家.pdf': report });
  const file = { id: await firstOf(other), name: '别家.pdf' };
  for (const actor of [at.member, at.broker])
    expect(await as(actor, (tx) => attachFile(tx, actor, { id, file }))).toMatchObject(refusedAt);
  for (const wrong of [file.id, 'x', '', '00000000-0000-0000-0000-000000000000'])
    expect(await as(at.member, (tx) => removeFile(tx, at.member, { id, file: wrong }))).toMatchObject(refusedAt);
});

/** Where the public could meet it: its page, its entries in search, the API. */
async function readByPublic(id: number): Promise<string> {
  const shown = await publicListing(database.db, 'zh', { id });
  const entries = (await publicEditions(database.db, id)).map(listingEntry);
  return JSON.stringify([shown, shown && toPublicListing(shown, 'https://example.org'), entries]);
}

test.each([
  ['a named, open one', '', true],
  [
    'a closed one',
    `update listing set state = 'closed', closed_at = now(), closed_reason = 'withdrawn' where state = 'published'`,
    true,
  ],
  ['an anonymous one', 'update listing set is_anonymous = true', false],
  ['a limited one', `update listing set secrecy = 'limited'`, false],
  ['a confidential one', `update listing set secrecy = 'confidential'`, false],
  ['one whose organisation is not public', 'update organisation set is_public = false', false],
  ['a draft', `update listing set state = 'draft', published_at = null`, false],
  ['one handed in', `update listing set state = 'submitted', published_at = null`, false],
  ['one accepted', `update listing set state = 'checked', published_at = null`, false],
])('the file of %s: whether the public has it: %s', async (_, change, isShown) => {
  await as(commandLine, (tx) => tx.execute(sql`update organisation set is_public = true`));
  const id = await as(at.broker, (tx) => written(tx, at.broker, { organisationId: at.enterprise }));
  await bring(at.broker, id, { '金丝雀报告.pdf': report });
  for (const step of [submitListing, acceptListing, publishListing])
    await as(at.broker, (tx) => step(tx, at.broker, { id }));
  if (change) await as(commandLine, (tx) => tx.execute(sql.raw(change)));
  const file = await firstOf(id);
  const editor: Actor = { id: 'account:9', name: 'editor', memberships: [{ role: 'editor', zone: at.here }] };
  for (const asker of [visitor, at.otherMember, at.otherBroker, editor])
    expect([asker.name, await mayHave(asker, file)]).toEqual([asker.name, isShown]);
  for (const own of [at.member, at.broker]) expect(await mayHave(own, file)).toBe(true);
  const text = await readByPublic(id);
  expect([text.includes('金丝雀报告'), text.includes(file)]).toEqual([isShown, isShown]);
  expect(await namesOf(visitor, id)).toEqual(isShown ? ['金丝雀报告.pdf'] : []);
  // It may not be open tomorrow.
  const found = await as(visitor, (tx) => readableFile(tx, visitor, { id: file, variant: 'original' }));
  expect([undefined, false]).toContain(found?.isPublic);
});
