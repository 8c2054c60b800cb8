import { error } from '@sveltejs/kit';
import { officialDocument } from '#documents/official.ts';
import { dateOf } from '#language/dates.ts';
import { digestOf } from '#rounds/digest.ts';
import { roundOf } from '#rounds/read.server.ts';
import { isLate } from '#rounds/round.ts';
import type { RequestHandler } from './$types';

export const GET: RequestHandler = async ({ locals: { actor, database, lang, now }, params }) => {
  const round = await database.inTransaction(actor, (tx) => roundOf(tx, actor, params.id));
  if (!round) error(404);
  const today = dateOf(now());
  const answers = round.answers.map(({ name, body, known, state, handedInOn }) => ({
    ...{ name, body, isLate: isLate({ state, handedInOn }, { dueOn: round.dueOn, today }) },
    // What was sent back has not come.
    known: state === 'handed-in' ? known : null,
  }));
  const document = await officialDocument(digestOf(round, answers, { lang, today }));
  return new Response(new Uint8Array(document), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
      'content-disposition': `attachment; filename="round-${round.id}.docx"`,
      'cache-control': 'private, no-store',
    },
  });
};
