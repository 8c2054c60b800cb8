import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { commandLine, visitor, type Actor, type Role } from '#accounts/actor.ts';
import { sourceWords as words } from '#language/words/sources.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { deskSources } from './read-list.server.ts';
import { sourceFor } from './read.server.ts';
import { sourceList } from './source-list.ts';
import { pauseAfter, type SourceInput } from './source.ts';
import { addSource, changeSource, lookNow, pauseSource, removeSource, resumeSource } from './write.server.ts';

const here = '32101026';
const there = '34101001';
const who = (role: Role, zone?: string): Actor => ({
  id: 'account:1',
  accountId: 1,
  name: role,
  memberships: [zone === undefined ? { role } : { role, zone }],
});
const editor = who('editor', here);
const input: SourceInput = {
  ...{ zone: here, name: '', address: 'https://zone.example.cn/news/', column: null },
  ...{ publish: false, hosts: [], everyMinutes: 360 },
};

async function added(tx: Tx): Promise<number> {
  const outcome = await addSource(tx, editor, input);
  return outcome.ok ? outcome.value.id : 0;
}
const rows = async (tx: Tx) => (await tx.execute(sql`select * from source order by id`)).rows;
const jobs = async (tx: Tx) =>
  (await tx.execute(sql`select singleton_key as key from pgboss.job where name = 'look-at-source'`)).rows;

const strangers: Actor[] = [
  visitor,
  who('editor', there),
  who('publisher', there),
  ...(['broker', 'officer', 'leader', 'member'] as const).map((role) => who(role, here)),
];

test('a source is set up with its name from the address, remembered, and looked at once', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await added(tx);
    expect(await sourceFor(tx, editor, id)).toMatchObject({ name: 'zone.example.cn', state: 'new', publish: false });
    expect((await lookNow(tx, editor, id)).ok).toBe(true);
    expect(await jobs(tx)).toEqual([{ key: `source:${id}` }]);
    const { rows } = await tx.execute(sql`select action from history where kind = 'source'`);
    expect(rows).toEqual([{ action: 'add' }]);
  }));

test.each(strangers)('$name of elsewhere is refused everything, and nothing changes', (stranger) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await added(tx);
    const before = await rows(tx);
    const refusals = [
      await addSource(tx, stranger, { ...input, address: 'https://other.example.cn/' }),
      await changeSource(tx, stranger, { id, input: { ...input, name: 'mine' } }),
      await changeSource(tx, stranger, { id, input: { ...input, zone: there } }),
      await pauseSource(tx, stranger, id),
      await resumeSource(tx, stranger, id),
      await lookNow(tx, stranger, id),
      await removeSource(tx, stranger, id),
    ];
    expect(refusals.map(({ ok }) => ok)).toEqual(refusals.map(() => false));
    // The same words as for a source that does not exist.
    expect(refusals.slice(1)).toEqual(
      refusals.slice(1).map(() => ({ ok: false, problems: [{ says: words.notFound }] })),
    );
    expect(await rows(tx)).toEqual(before);
    const { sources } = await deskSources(tx, stranger, askedOf(sourceList([]), new URLSearchParams()));
    expect(sources).toEqual([]);
    expect(await sourceFor(tx, stranger, id)).toBeUndefined();
  }),
);

test('only a publisher lets articles go live by themselves', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const refusal = await addSource(tx, editor, { ...input, publish: true });
    expect(refusal).toEqual({ ok: false, problems: [{ field: 'publish', says: words.mayNotPublish }] });
    expect((await addSource(tx, who('publisher', here), { ...input, publish: true })).ok).toBe(true);
  }));

test.each([
  ['address', { address: 'file:///etc/passwd' }],
  ['address', { address: 'http://user:pass@zone.example.cn/' }],
  ['address', { address: 'http://zone\u0000.example.cn/' }],
  ['name', { name: '\ud800' }],
  ['hosts', { hosts: ['http://x.cn'] }],
  ['hosts', { hosts: ['localhost'] }],
  ['column', { column: 'no-such-column' }],
  ['everyMinutes', { everyMinutes: 1 as 60 }],
])('a wrong %s is said beside it: %j', (field, wrong) =>
  inRollback(async (tx) => {
    await twoZones(tx);
    expect(await addSource(tx, editor, { ...input, ...wrong })).toMatchObject({ ok: false, problems: [{ field }] });
    expect(await rows(tx)).toEqual([]);
  }),
);

test('an address is a source of a zone once, and may be one of another zone too', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await added(tx);
    expect(await addSource(tx, editor, input)).toMatchObject({ problems: [{ field: 'address', says: words.known }] });
    expect((await addSource(tx, commandLine, { ...input, zone: there })).ok).toBe(true);
  }));

test('a source that was removed leaves its articles and a line in the history', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const id = await added(tx);
    expect((await pauseSource(tx, editor, id)).ok).toBe(true);
    expect(await sourceFor(tx, editor, id)).toMatchObject({ state: 'paused', nextLookAt: undefined });
    expect((await removeSource(tx, editor, id)).ok).toBe(true);
    expect(await rows(tx)).toEqual([]);
    expect(await removeSource(tx, editor, id)).toMatchObject({ ok: false });
  }));

test('the pauses after failures double, up to a week', () => {
  expect([0, 1, 2, 5, 50].map((failures) => pauseAfter(failures, 360))).toEqual([360, 720, 1440, 10080, 10080]);
});
