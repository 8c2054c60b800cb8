import { fail, redirect } from '@sveltejs/kit';
import { revisionChanges, revisionsOf } from '#news/read-review.server.ts';
import { restoreRevision } from '#news/write-restore.server.ts';
import type { Actions, PageServerLoad } from './$types';
import { editionAsked, statusOf, typedIn, workOr404 } from '../work.server.ts';

const numberOf = (text: string | null | undefined) => (/^\d{1,9}$/.test(text ?? '') ? Number(text) : 0);

export const load: PageServerLoad = async ({ locals, params: { id }, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    await workOr404(tx, locals, id);
    const edition = editionAsked(url, locals.lang);
    const revisions = await revisionsOf(tx, id, edition);
    const to = numberOf(url.searchParams.get('to')) || (revisions[0]?.revision ?? 0);
    const from = numberOf(url.searchParams.get('from')) || Math.max(1, to - 1);
    const changes = from === to ? undefined : await revisionChanges(tx, { id, lang: edition, from, to });
    return { id, edition, revisions, from, to, changes, done: url.searchParams.has('done') };
  });

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, lang }, params: { id }, url }) => {
    const typed = await typedIn(request);
    const edition = editionAsked(url, typed.lang === 'en' ? 'en' : 'zh');
    const asked = { id, lang: edition, revision: numberOf(typed.revision) };
    const outcome = await database.allOrNothing(actor, (tx) => restoreRevision(tx, actor, asked));
    if (!outcome.ok) return fail(statusOf(outcome.problems), { problems: outcome.problems });
    redirect(303, `/${lang}/desk/articles/${id}/revisions?edition=${edition}&done`);
  },
};
