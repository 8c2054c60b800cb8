import { eq, sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { commandLine, type Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import { fileListAddress, fileListQuery } from './list.ts';
import { filesOfZone } from './read-list.server.ts';
import { files } from './tables.server.ts';
import { useFiles } from './write-use.server.ts';
import { announceFile } from './write.server.ts';

const [here, there] = ['32101026', '34101001'];
const editor: Actor = { id: 'account:1', name: '张', memberships: [{ role: 'editor', zone: here }] };
const neighbour: Actor = { id: 'account:2', name: '李', memberships: [{ role: 'editor', zone: there }] };

async function keep(tx: Tx, name: string, isPicture: boolean): Promise<string> {
  const size = isPicture ? { width: 1, height: 1 } : { width: null, height: null };
  const mediaType = isPicture ? 'image/png' : 'application/pdf';
  const about = { name, mediaType, bytes: 1, storedBytes: 1, sha256: '', variants: [], ...size };
  const announced = await announceFile(tx, editor, { zone: here, prepared: { about, paths: new Map() }, quota: 1e9 });
  if (!announced.ok) throw new Error('refused');
  await tx.update(files).set({ state: 'kept' }).where(eq(files.id, announced.value));
  return announced.value;
}

test('the list shows what is asked for, to the people of the zone only', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    const picture = await keep(tx, 'a.png', true);
    await keep(tx, 'b.pdf', false);
    await useFiles(tx, { kind: 'article', record: '5', zone: here, isPublic: false }, [picture]);
    const names = async (show: string, actor = editor) => {
      const query = fileListQuery.parse({ show });
      return (await filesOfZone(tx, actor, { ...query, zone: here })).files.map(({ name }) => name).sort();
    };
    expect(await names('all')).toEqual(['a.png', 'b.pdf']);
    expect(await names('pictures')).toEqual(['a.png']);
    expect(await names('documents')).toEqual(['b.pdf']);
    expect(await names('unused')).toEqual(['b.pdf']);
    expect(await names('deleted')).toEqual([]);
    expect(await names('all', neighbour)).toEqual([]);
    const [used] = (await filesOfZone(tx, editor, { zone: here, show: 'pictures' })).files;
    expect(used?.uses).toEqual([{ kind: 'article', record: '5' }]);
  }));

test('page after page shows every file once', () =>
  inRollback(async (tx) => {
    await twoZones(tx);
    await tx.execute(sql`insert into file (zone_code, name, media_type, bytes, stored_bytes, sha256, variants, state,
        uploaded_by, uploader_name, at)
      select ${here}, n || '.pdf', 'application/pdf', 1, 1, '', '[]', 'kept', 'a', 'a', now() + (n / 3) * interval '1 ms'
      from generate_series(1, 95) n`);
    const seen: string[] = [];
    let after: string | undefined;
    do {
      const query = fileListQuery.parse({ after });
      const page = await filesOfZone(tx, commandLine, { ...query, zone: here });
      seen.push(...page.files.map(({ name }) => name));
      after = page.next;
    } while (after);
    expect([seen.length, new Set(seen).size]).toEqual([95, 95]);
  }));

test('an address that cannot be meant is the plain list', () => {
  const query = fileListQuery.parse({ zone: "1' or 1=1", show: 'x', after: '2024-01-01T00:00:00.000Z_; drop table' });
  expect(query).toEqual({ show: 'all' });
  expect(fileListAddress('/zh/desk/files', { zone: here, show: 'unused' })).toBe(
    '/zh/desk/files?zone=32101026&show=unused',
  );
});
