import { error } from '@sveltejs/kit';
import { csvOf } from '#text/sheet.ts';
import { parseDirectoryQuery } from '#zones/directory.ts';
import { exportName, zoneSheet } from '#zones/export.ts';
import { allListed } from '#zones/read-directory.server.ts';
import type { RequestHandler } from './$types';

/** What the directory shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const query = parseDirectoryQuery(url.searchParams);
  if (!query.ok) error(400, query.problems.map((problem) => problem.says[locals.lang]).join(' '));
  const zones = await allListed(locals.database.db, query.value);
  locals.shows.add('zone').add('place');
  const text = (await Array.fromAsync(csvOf(zoneSheet(zones, locals.lang)))).join('');
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': `attachment; filename="${exportName}.csv"`,
    },
  });
};
