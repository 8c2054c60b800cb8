import { listingWords as words } from '#language/words/listings.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { listingSheet, sheetRow } from '#listings/listing-sheet.ts';
import { deskListings } from '#listings/read-desk-list.server.ts';
import { knownListings, sheetChoices } from '#listings/read-sheet.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, params: { side }, url }) => {
  const { by, choices, rows } = await database.inTransaction(actor, async (tx) => {
    const by = await listFor(tx, actor, { side, query: url.searchParams });
    const all = await readAll(async (after) => {
      const page = await deskListings(tx, actor, { ...by.asked, side, after, limit: 1000 });
      return { rows: page.listings, next: page.next };
    });
    const choices = await sheetChoices(tx, actor);
    const known = await knownListings(tx, actor, { side, ids: all.map(({ id }) => String(id)) });
    const rows = all.map((one) => sheetRow(one, known.get(String(one.id))?.cells ?? {}, { lang, choices }));
    return { by, choices, rows };
  });
  const sheet = { name: words.sides[side], shape: listingSheet(side, choices), rows, lang, by };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
