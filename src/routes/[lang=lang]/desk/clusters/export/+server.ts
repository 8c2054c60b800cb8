import { clusterFields } from '#clusters/fields.ts';
import { deskClusters } from '#clusters/read-list.server.ts';
import { planChoices } from '#clusters/read.server.ts';
import { clusterCells, clusterSheet, clusterSheetRow } from '#clusters/sheet.ts';
import { clusterWords as words } from '#language/words/clusters.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { zoneOfFiles } from '#sheets/measures.server.ts';
import type { RequestHandler } from './$types';
import { listFor } from '../list.server.ts';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, fields, clusters } = await database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const all = await readAll(async (after) => {
      const { clusters: rows, next } = await deskClusters(tx, actor, { ...asked, after, limit: 1000 });
      return { rows, next };
    });
    const zone = zoneOfFiles(actor, 'clusters') ?? asked.filters['zone'] ?? '';
    return { by: { list, asked }, fields: clusterFields(await planChoices(tx, zone)), clusters: all };
  });
  const rows = clusters.map(({ row }) => clusterSheetRow(clusterCells(row), fields, lang));
  return sheetAnswer(
    { name: words.fileName, shape: clusterSheet(fields), rows, lang, by },
    url.searchParams.get('format'),
  );
};
