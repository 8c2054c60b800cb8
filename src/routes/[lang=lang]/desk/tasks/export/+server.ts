import { taskDeskWords as words } from '#language/words/task-desk.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { taskListFor } from '#tasks/read-choices.server.ts';
import { deskTasks } from '#tasks/read-list.server.ts';
import { tasksForSheet } from '#tasks/read-sheet.server.ts';
import { taskSheet, taskSheetRow } from '#tasks/sheet.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { asked, choices, list } = await database.inTransaction(actor, (tx) =>
    taskListFor(tx, actor, url.searchParams),
  );
  const by = { list, asked };
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { tasks, next } = await deskTasks(tx, actor, { ...asked, after, limit: 1000 });
      const found = await tasksForSheet(tx, actor, { ids: tasks.map(({ id }) => id), lang });
      const byId = new Map(found.map((one) => [one.id, taskSheetRow(one, lang, choices)]));
      return { rows: tasks.flatMap(({ id }) => [byId.get(id)].filter((row) => row !== undefined)), next };
    }),
  );
  const shape = taskSheet(choices);
  return sheetAnswer({ name: words.fileName, shape, rows, lang, by }, url.searchParams.get('format'));
};
