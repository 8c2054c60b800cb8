import { clusterFields } from '#clusters/fields.ts';
import { deskClusters } from '#clusters/read-list.server.ts';
import { planChoices } from '#clusters/read.server.ts';
import { clusterCells, clusterSheet, clusterSheetRow } from '#clusters/sheet.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import type { RequestHandler } from './$types';
import { listFor, zoneOfFiles } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { fields, clusters } = await database.inTransaction(actor, async (tx) => {
    const { asked } = await listFor(tx, actor, url.searchParams);
    const all = await readAll(async (after) => {
      const { clusters: rows, next } = await deskClusters(tx, actor, { ...asked, after, limit: 1000 });
      return { rows, next };
    });
    return { fields: clusterFields(await planChoices(tx, zoneOfFiles(actor) ?? '')), clusters: all };
  });
  const rows = clusters.map(({ row }) => clusterSheetRow(clusterCells(row), fields, lang));
  return sheetAnswer({ name: words.fileName, shape: clusterSheet(fields), rows, lang }, url.searchParams.get('format'));
};
