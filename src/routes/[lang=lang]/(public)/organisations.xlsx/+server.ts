import { organisationSheet } from '#organisations/public.ts';
import { allListed } from '#organisations/read-directory.server.ts';
import { workbookOf } from '#text/workbook.server.ts';
import { askedOf } from '../organisations/asked.ts';
import type { RequestHandler } from './$types';

/** What the directory shows under the same filters, as a workbook that is sent while it is written. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const all = await allListed(locals.database.db, askedOf(url, locals));
  const sheet = organisationSheet(all, locals.lang, `${locals.config.origin}/${locals.lang}`);
  return new Response(workbookOf(sheet), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': 'attachment; filename="organisations.xlsx"',
    },
  });
};
