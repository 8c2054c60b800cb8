import { eventSheet, eventSheetRow } from '#events/event-sheet.ts';
import { deskEvents } from '#events/read-desk.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const events = await readAll(async (after) => {
      const page = await deskEvents(tx, actor, { ...asked, after, limit: 1000 });
      return { rows: page.events, next: page.next };
    });
    return { by: { list, asked }, rows: events.map((event) => eventSheetRow(event, lang)) };
  });
  return sheetAnswer({ name: words.file, shape: eventSheet, rows, lang, by }, url.searchParams.get('format'));
};
