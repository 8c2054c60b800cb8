import { connectionList, connectionSheet, connectionSheetRow } from '#connections/list.ts';
import { deskConnections } from '#connections/read-list.server.ts';
import { connectionDeskWords as words } from '#language/words/connection-desk.ts';
import { askedOf } from '#lists/address.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const asked = askedOf(connectionList, url.searchParams);
  const connections = await database.inTransaction(actor, (tx) =>
    readAll(async (after) => {
      const { connections: rows, next } = await deskConnections(tx, actor, { ...asked, after, limit: 1000 });
      return { rows, next };
    }),
  );
  const rows = connections.map((one) => connectionSheetRow(one, lang));
  return sheetAnswer(
    { name: words.file, shape: connectionSheet, rows, lang, by: { list: connectionList, asked } },
    url.searchParams.get('format'),
  );
};
