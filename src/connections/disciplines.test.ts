import { sql } from 'drizzle-orm';
import { expect, test } from 'vitest';
import { saveListing } from '#listings/write-save.server.ts';
import { inRollback } from '../../tests/support/database.ts';
import { goodNeed, twoSides, written } from '../../tests/support/listings.ts';
import { matchListings } from './read-match-documents.server.ts';

test('matching reads the disciplines that the form has kept', () =>
  inRollback(async (tx) => {
    await tx.execute(sql`insert into discipline (code, name_zh, name_en) values ('43015', '材料表面与界面', '')`);
    const { broker, enterprise } = await twoSides(tx);
    const id = await written(tx, broker, { organisationId: enterprise });
    expect((await matchListings(tx, [id])).map(({ document }) => document.disciplines)).toEqual([[]]);
    await saveListing(tx, broker, { id, seen: 2, content: { ...goodNeed, disciplines: ['43015'] } });
    expect((await matchListings(tx, [id])).map(({ document }) => document.disciplines)).toEqual([['43015']]);
  }));
