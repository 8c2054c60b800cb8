import { articleNoun } from '#sheets/nouns.server.ts';
import { articleListWords as words } from '#language/words/article-list.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { articleRows } from '#news/read-article-sheet.server.ts';
import { deskArticles } from '#news/read-desk-list.server.ts';
import type { RequestHandler } from './$types';
import { listFor } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const by = await database.inTransaction(actor, (tx) => listFor(tx, actor, url.searchParams));
  const noun = await database.inTransaction(actor, articleNoun);
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { articles, next } = await deskArticles(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: await articleRows(tx, actor, { articles, lang }), next };
    }),
  );
  return sheetAnswer({ name: words.fileName, shape: noun.shape, rows, lang, by }, url.searchParams.get('format'));
};
