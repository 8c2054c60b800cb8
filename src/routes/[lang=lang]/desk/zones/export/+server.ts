import { profileWords as words } from '#language/words/profiles.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { deskZones } from '#profiles/read-zone-list.server.ts';
import { zoneSheet, zoneSheetRow } from '#profiles/zone-list.ts';
import type { RequestHandler } from './$types';
import { listFor } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, zones } = await database.inTransaction(actor, async (tx) => {
    const by = await listFor(tx, url.searchParams);
    const all = await readAll(async (after) => {
      const { zones: rows, next } = await deskZones(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows, next };
    });
    return { by, zones: all };
  });
  const rows = zones.map((zone) => zoneSheetRow(zone, lang));
  return sheetAnswer({ name: words.zoneFile, shape: zoneSheet, rows, lang, by }, url.searchParams.get('format'));
};
