import { error } from '@sveltejs/kit';
import { parseDirectoryQuery } from '#zones/directory.ts';
import { workbookOf } from '#text/workbook.server.ts';
import { exportName, zoneSheet } from '#zones/export.ts';

import { allListed } from '#zones/read-directory.server.ts';
import type { RequestHandler } from './$types';

/** What the directory shows under the same filters, as a workbook that is sent while it is written. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const query = parseDirectoryQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const zones = await allListed(locals.database.db, query.value);
  return new Response(workbookOf(zoneSheet(zones, locals.lang)), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${exportName}.xlsx"`,
    },
  });
};
