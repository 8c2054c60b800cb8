import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { askedOf } from '#lists/address.ts';
import { incomingOf, previewOf } from '#lists/sheet.ts';
import type { Tx } from '#platform/database.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { deskSources, knownSources } from './read-list.server.ts';
import { sourceList, sourceSheet, sourceSheetRow } from './source-list.ts';
import { addFromSheet, changeFromSheet } from './write-from-sheet.server.ts';

const [here, there] = ['32101026', '34101001'];
const editor: Actor = { id: 'account:1', accountId: 1, name: 'e', memberships: [{ role: 'editor', zone: here }] };
const stranger: Actor = { ...editor, memberships: [{ role: 'editor', zone: there }] };

const cells = (name: string) => ({ zone: here, name, address: `https://${name}.example.cn/`, every: '360' });

async function threeSources(tx: Tx): Promise<void> {
  await twoZones(tx);
  for (const name of ['alpha', 'beta', 'gamma']) await addFromSheet(tx, editor, cells(name));
  await tx.execute(sql`update source set looked_at = now(), failures = 2 where name = 'beta'`);
  await tx.execute(sql`update source set paused_at = now(), failures = 2 where name = 'gamma'`);
}

async function names(tx: Tx, actor: Actor, query: string): Promise<string[]> {
  const list = sourceList([here, there].map((value) => ({ value, label: { zh: value, en: value } })));
  const { sources } = await deskSources(tx, actor, askedOf(list, new URLSearchParams(query)));
  return sources.map(({ name }) => name);
}

test.each([
  ['', ['alpha', 'beta', 'gamma']],
  ['sort=-name', ['gamma', 'beta', 'alpha']],
  ['state=failing', ['beta']],
  ['state=paused', ['gamma']],
  ['state=new', ['alpha']],
  ['state=well', []],
  ['q=BETA', ['beta']],
  ['q=%25', []],
  [`zone=${there}`, []],
  ['kind=feed', []],
])('the list under %s', (query, found) =>
  inRollback(async (tx) => {
    await threeSources(tx);
    expect(await names(tx, editor, query)).toEqual(found);
    expect(await names(tx, stranger, query)).toEqual([]);
  }),
);

test('pages follow each other by name without a gap', () =>
  inRollback(async (tx) => {
    await threeSources(tx);
    const list = sourceList([]);
    const first = await deskSources(tx, editor, { ...askedOf(list, new URLSearchParams()), limit: 2 });
    const rest = await deskSources(tx, editor, { ...askedOf(list, new URLSearchParams()), after: first.next });
    expect([...first.sources, ...rest.sources].map(({ name }) => name)).toEqual(['alpha', 'beta', 'gamma']);
    expect([first.total, rest.next]).toEqual([3, undefined]);
  }));

test('what goes out as a file changes nothing when it comes back', () =>
  inRollback(async (tx) => {
    await threeSources(tx);
    const { sources } = await deskSources(tx, editor, askedOf(sourceList([]), new URLSearchParams()));
    const titles = sourceSheet.columns.map(({ title }) => title.en);
    const rows = sources.map((source) => sourceSheetRow(source, 'en'));
    const table = [titles, ...rows.map((row) => sourceSheet.columns.map(({ key }) => row[key] ?? ''))];
    const incoming = incomingOf(sourceSheet, table);
    const known = await knownSources(
      tx,
      editor,
      sources.map(({ id }) => String(id)),
    );
    const preview = incoming.ok && previewOf(sourceSheet, incoming.value.rows, known);
    expect(preview).toMatchObject({ changes: [], errors: [], unchanged: 3 });
  }));

test('a row of a file changes a source and keeps what it does not name', () =>
  inRollback(async (tx) => {
    await threeSources(tx);
    const [source] = (await deskSources(tx, editor, askedOf(sourceList([]), new URLSearchParams('q=alpha')))).sources;
    const id = String(source?.id);
    expect(
      await changeFromSheet(tx, editor, { id, cells: { every: '1440', hosts: 'a.example.cn b.example.cn' } }),
    ).toMatchObject({ ok: true });
    expect((await knownSources(tx, editor, [id])).get(id)?.cells).toMatchObject({
      ...{ name: 'alpha', address: 'https://alpha.example.cn/', every: '1440', hosts: 'a.example.cn b.example.cn' },
    });
    expect(await changeFromSheet(tx, editor, { id, cells: { zone: there } })).toMatchObject({ ok: false });
    expect(await changeFromSheet(tx, stranger, { id, cells: { every: '60' } })).toMatchObject({ ok: false });
    expect(await addFromSheet(tx, stranger, cells('delta'))).toMatchObject({ ok: false });
    expect((await knownSources(tx, stranger, [id])).size).toBe(0);
  }));
