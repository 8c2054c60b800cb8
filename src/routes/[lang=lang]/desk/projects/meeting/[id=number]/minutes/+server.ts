import { officialDocument } from '#documents/official.ts';
import { meetingWords as words } from '#language/words/pipeline-meeting.ts';
import { minutesOf } from '#pipeline/minutes.ts';
import { meetingHere } from '../meeting.server.ts';
import type { RequestHandler } from './$types';

/** The minutes as an official document. */
export const GET: RequestHandler = async ({ locals: { actor, database, lang }, params }) => {
  const found = await database.inTransaction(actor, (tx) => meetingHere(tx, actor, params.id));
  const file = await officialDocument(minutesOf(found, lang));
  return new Response(new Uint8Array(file), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="${words.minutesFile(found.meeting.heldOn)}"`,
      'cache-control': 'no-store',
    },
  });
};
