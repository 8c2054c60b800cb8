import { articleNoun } from '#sheets/nouns.server.ts';
import { articleListWords as words } from '#language/words/article-list.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { articleRows } from '#news/read-article-sheet.server.ts';
import { deskArticles } from '#news/read-desk-list.server.ts';
import type { RequestHandler } from './$types';
import { listFor } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, rows } = await database.inTransaction(actor, async (tx) => {
    const by = await listFor(tx, actor, url.searchParams);
    const articles = await readAll(async (after) => {
      const page = await deskArticles(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: page.articles, next: page.next };
    });
    return { by, rows: await articleRows(tx, actor, { articles, lang }) };
  });
  const noun = await database.inTransaction(actor, articleNoun);
  return sheetAnswer({ name: words.fileName, shape: noun.shape, rows, lang, by }, url.searchParams.get('format'));
};
