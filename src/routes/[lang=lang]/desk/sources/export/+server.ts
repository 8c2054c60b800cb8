import { sourceWords as words } from '#language/words/sources.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { deskSources } from '#sources/read-list.server.ts';
import { sourceSheet, sourceSheetRow } from '#sources/source-list.ts';
import type { RequestHandler } from './$types';
import { listFor } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, sources } = await database.inTransaction(actor, async (tx) => {
    const by = await listFor(tx, actor, url.searchParams);
    const all = await readAll(async (after) => {
      const { sources: rows, next } = await deskSources(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows, next };
    });
    return { by, sources: all };
  });
  const rows = sources.map((source) => sourceSheetRow(source, lang));
  return sheetAnswer({ name: words.fileName, shape: sourceSheet, rows, lang, by }, url.searchParams.get('format'));
};
