import { listingWords as words } from '#language/words/listings.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { listingSheet, sheetRow } from '#listings/listing-sheet.ts';
import { deskListings } from '#listings/read-desk-list.server.ts';
import { knownListings, sheetChoices } from '#listings/read-sheet.server.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, params: { side }, url }) => {
  const { by, choices } = await database.inTransaction(actor, async (tx) => {
    const by = await listFor(tx, actor, { side, query: url.searchParams });
    return { by, choices: await sheetChoices(tx, actor) };
  });
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { listings, next } = await deskListings(tx, actor, { ...by.asked, side, after, limit: 1000 });
      const known = await knownListings(tx, actor, { side, ids: listings.map(({ id }) => String(id)) });
      const cells = (id: number) => known.get(String(id))?.cells ?? {};
      return { rows: listings.map((one) => sheetRow(one, cells(one.id), { lang, choices })), next };
    }),
  );
  const sheet = { name: words.sides[side], shape: listingSheet(side, choices), rows, lang, by };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
