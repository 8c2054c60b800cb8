import { organisationSheet } from '#organisations/public.ts';
import { allListed } from '#organisations/read-directory.server.ts';
import { csvOf } from '#text/sheet.ts';
import { askedOf } from '../organisations/asked.ts';
import type { RequestHandler } from './$types';

/** What the directory shows under the same filters, all pages of it. */
export const GET: RequestHandler = async ({ locals, url }) => {
  const all = await allListed(locals.database.db, askedOf(url, locals));
  locals.shows.add('organisation').add('zone').add('place');
  const sheet = organisationSheet(all, locals.lang, `${locals.config.origin}/${locals.lang}`);
  const text = (await Array.fromAsync(csvOf(sheet))).join('');
  return new Response(text, {
    headers: {
      'content-type': 'text/csv; charset=utf-8',
      'content-disposition': 'attachment; filename="organisations.csv"',
    },
  });
};
