import { error } from '@sveltejs/kit';
import { officialDocument } from '#documents/official.ts';
import { dateOf } from '#language/dates.ts';
import { slipFor } from '#slips/read.server.ts';
import { slipDocument } from '#slips/slip-document.ts';
import { zonesNamed } from '#zones/read.server.ts';
import type { RequestHandler } from './$types';

const type = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document';

/** The slip in the format of an official document. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang, now }, params: { id } }) => {
  const today = dateOf(now());
  const slip = await database.inTransaction(actor, (tx) => slipFor(tx, actor, { id, today }));
  if (!slip) error(404);
  const [zone] = await zonesNamed(database.db, [slip.zoneCode]);
  const name = zone?.name ?? { zh: slip.zoneCode, en: slip.zoneCode };
  const bytes = await officialDocument(slipDocument(slip, { zone: name, today, lang }));
  return new Response(new Uint8Array(bytes), {
    headers: {
      ...{ 'content-type': type, 'cache-control': 'no-store' },
      'content-disposition': `attachment; filename="${slip.reference}.docx"`,
    },
  });
};
