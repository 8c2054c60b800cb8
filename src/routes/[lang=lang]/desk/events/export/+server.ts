import { eventSheet, eventSheetRow } from '#events/event-sheet.ts';
import { deskEvents } from '#events/read-desk.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const by = await database.inTransaction(actor, (tx) => listFor(tx, actor, url.searchParams));
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { events, next } = await deskEvents(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: events.map((event) => eventSheetRow(event, lang)), next };
    }),
  );
  return sheetAnswer({ name: words.file, shape: eventSheet, rows, lang, by }, url.searchParams.get('format'));
};
