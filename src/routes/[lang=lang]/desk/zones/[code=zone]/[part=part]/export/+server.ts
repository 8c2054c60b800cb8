import { profileWords as words } from '#language/words/profiles.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { partRows } from '#profiles/read-parts.server.ts';
import type { RequestHandler } from './$types';
import { nounOf, zoneHere } from '../../here.server.ts';

/** The whole list; the file can come back in. */
export const GET: RequestHandler = async ({ locals, params: { code, part }, url }) => {
  const { shape, rows } = await locals.database.inTransaction(locals.actor, async (tx) => {
    await zoneHere(tx, locals, code);
    return { shape: (await nounOf(code, part)(tx)).shape, rows: await partRows(tx, { zone: code, part }) };
  });
  const name = { zh: words.parts[part].zh, en: `${part}-${code}` };
  const sheet = { name, shape, rows: rows.map(({ id, cells }) => ({ id: String(id), ...cells })), lang: locals.lang };
  return sheetAnswer(sheet, url.searchParams.get('format'));
};
