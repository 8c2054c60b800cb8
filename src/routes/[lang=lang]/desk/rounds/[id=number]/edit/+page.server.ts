import { error, fail, redirect } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { roundOf, roundTyped } from '#rounds/read.server.ts';
import { canKeepRounds } from '#rounds/round.ts';
import { changeRound } from '#rounds/write-change.server.ts';
import { roundSent } from '../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params }) =>
  database.inTransaction(actor, async (tx) => {
    const round = await roundOf(tx, actor, params.id);
    const form = round && canKeepRounds(actor, round.zone) ? await roundTyped(tx, round) : undefined;
    if (!round || !form) error(404);
    const asked = round.answers.map(({ name }) => name);
    return { ...form, asked, round: { id: round.id, title: round.title, state: round.state } };
  });

export const actions: Actions = {
  default: async ({ request, params, locals: { actor, database, lang, now } }) => {
    const { typed, units, revision } = roundSent(await request.formData());
    const changes = { ...typed, units, id: params.id, revision: /^\d{1,9}$/.test(revision) ? Number(revision) : 0 };
    const today = dateOf(now());
    const outcome = await database.allOrNothing(actor, (tx) => changeRound(tx, actor, { changes, today }));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed: { ...typed, revision }, units });
    redirect(303, `/${lang}/desk/rounds/${params.id}?did=change`);
  },
};
