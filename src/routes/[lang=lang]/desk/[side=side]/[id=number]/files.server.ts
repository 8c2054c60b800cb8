import { fail, redirect } from '@sveltejs/kit';
import { withReceived } from '#files/receive.server.ts';
import { sidePaths } from '#listings/listing.ts';
import { bringFiles } from '#listings/write-files.server.ts';
import type { RequestEvent } from './$types';

/** Takes in the files that were chosen, and comes back to the page. */
async function attach({ locals, params: { id, side }, request }: RequestEvent) {
  const answer = await withReceived(request, ({ files }) => bringFiles(locals, locals.actor, { id, files }));
  if ('says' in answer) return fail(answer.status, { problems: [{ field: 'file', says: answer.says }] });
  if (!answer.ok) return fail(422, { problems: answer.problems });
  redirect(303, `/${locals.lang}/desk/${sidePaths[side]}/${id}?did=attach`);
}

export const withFiles = { attach };
