import { redirect } from '@sveltejs/kit';
import { endView } from '#accounts/view.server.ts';
import type { RequestHandler } from './$types';

export const POST: RequestHandler = async ({ locals: { actor, gate, lang, signedIn } }) => {
  if (!actor.viewedBy || !signedIn) redirect(303, `/${lang}/desk`);
  await endView(gate.database.db, signedIn.session);
  redirect(303, `/${lang}/desk/platform/accounts/${actor.accountId}`);
};
