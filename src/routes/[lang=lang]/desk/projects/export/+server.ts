import { pipelineWords as words } from '#language/words/pipeline.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { projectSheet, projectSheetRow } from '#projects/list-sheet.ts';
import { projectListFor } from '#projects/read-list-choices.server.ts';
import { sheetChoices } from '#projects/read-list-sheet.server.ts';
import { deskProjects } from '#projects/read-list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, units } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await projectListFor(tx, actor, url.searchParams);
    return { by: { list, asked }, units: await sheetChoices(tx, actor) };
  });
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { projects, next } = await deskProjects(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: projects.map((one) => projectSheetRow(one, lang)), next };
    }),
  );
  const shape = projectSheet(units);
  return sheetAnswer({ name: words.file, shape, rows, lang, by }, url.searchParams.get('format'));
};
