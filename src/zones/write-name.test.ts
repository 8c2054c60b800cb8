import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import type { Actor } from '#accounts/actor.ts';
import { inRollback } from '../../tests/support/database.ts';
import { twoZones } from '../../tests/support/zones.ts';
import { zoneView } from './read.server.ts';
import { correctEnglishName } from './write-name.server.ts';

const publisher = (zone: string): Actor => ({ id: 'p', name: 'p', memberships: [{ role: 'publisher', zone }] });
const nameEn = 'Suzhou Xiangcheng ETDZ';

test('a publisher of the zone corrects its English name, and what was done is written down', () =>
  inRollback(async (tx) => {
    const { here } = await twoZones(tx);
    expect(await correctEnglishName(tx, publisher(here), { code: here, nameEn })).toMatchObject({ ok: true });
    expect((await zoneView(tx, here))?.name.en).toBe(nameEn);
    const { rows } = await tx.execute(sql`select title from search_entry where kind = 'zone' and lang = 'en'`);
    expect(rows).toEqual([{ title: nameEn }]);
    const history = await tx.execute(sql`select action, changes from history where kind = 'zone'`);
    expect(history.rows).toMatchObject([{ action: 'name corrected', changes: { nameEnByRule: [true, false] } }]);
  }));

test('a publisher of another zone is refused', () =>
  inRollback(async (tx) => {
    const { here, there } = await twoZones(tx);
    expect(await correctEnglishName(tx, publisher(there), { code: here, nameEn })).toMatchObject({ ok: false });
  }));
