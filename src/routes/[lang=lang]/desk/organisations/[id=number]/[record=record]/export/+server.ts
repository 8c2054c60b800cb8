import { organisationPartWords as words } from '#language/words/organisation-parts.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { organisationFields } from '#organisations/part-fields.ts';
import { organisationRows } from '#organisations/read-parts.server.ts';
import { sheetOf } from '#profiles/field.ts';
import { recordHere } from '../record.server.ts';
import type { RequestHandler } from './$types';

/** The whole list; the file can come back in. */
export const GET: RequestHandler = async ({ locals, params, url }) => {
  const { id, record } = params;
  const rows = await locals.database.inTransaction(locals.actor, async (tx) => {
    await recordHere(tx, locals, params);
    return organisationRows(tx, { organisation: id, part: record });
  });
  const sheet = {
    name: { zh: words.parts[record].zh, en: `${record}-${id}` },
    shape: sheetOf(organisationFields[record]),
    rows: rows.map((row) => ({ id: String(row.id), ...row.cells })),
    lang: locals.lang,
  };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
