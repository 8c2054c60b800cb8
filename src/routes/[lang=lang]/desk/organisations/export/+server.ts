import { organisationWords as words } from '#language/words/organisations.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { eachRow } from '#lists/read-all.ts';
import { deskOrganisations } from '#organisations/read-desk-list.server.ts';
import { sheetChoices } from '#organisations/read-sheet.server.ts';
import { organisationSheet, organisationSheetRow } from '#organisations/sheet.ts';
import { listFor } from '../list.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it; the file can come back in. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, url }) => {
  const { by, choices } = await database.inTransaction(actor, async (tx) => {
    const by = await listFor(tx, actor, url.searchParams);
    return { by, choices: await sheetChoices(tx) };
  });
  const rows = eachRow((after) =>
    database.inTransaction(actor, async (tx) => {
      const { organisations, next } = await deskOrganisations(tx, actor, { ...by.asked, after, limit: 1000 });
      return { rows: organisations.map((one) => organisationSheetRow(one, lang, choices)), next };
    }),
  );
  const sheet = { name: words.fileName, shape: organisationSheet(choices), rows, lang, by };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
