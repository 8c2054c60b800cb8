import { fail, redirect } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { boardFor } from '#pipeline/read-board.server.ts';
import { stages } from '#projects/project.ts';
import { projectsNumbered } from '#projects/read-list.server.ts';
import { moveProject } from '#projects/write-move.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import { askedOfView } from '../seen.server.ts';
import type { Actions, PageServerLoad } from './$types';

const numberIn = (text: string | null | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0);

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const today = dateOf(now());
    const { list, asked, filters, query } = await askedOfView(tx, actor, url.searchParams);
    const columns = await boardFor(tx, actor, { filters, today });
    const [moved] = await projectsNumbered(tx, actor, [numberIn(url.searchParams.get('moved'))]);
    return { list, asked, query, columns, today, moved: moved && { name: moved.name, stage: moved.stage } };
  });

export const actions: Actions = {
  /** One card to another stage; comes back to the board as it was asked for, or says what its gate still asks for. */
  move: async ({ locals: { actor, database, now }, request, url }) => {
    const { to, on = '', reason = '', ...sent } = await sentTexts(request);
    const id = numberIn(sent['id']);
    // What is no stage is refused by the verb in words.
    const stage = stages.find((one) => one === to) ?? ('' as 'lead');
    const revision = numberIn(sent['revision']) || undefined;
    const outcome = await database.allOrNothing(actor, (tx) =>
      moveProject(tx, actor, { id, to: stage, on, reason, revision, now: now() }),
    );
    if (!outcome.ok) {
      const [one] = await database.inTransaction(actor, (tx) => projectsNumbered(tx, actor, [id]));
      return fail(409, { problems: outcome.problems, project: one && { id, name: one.name }, to: stage });
    }
    const back = new URLSearchParams([...url.searchParams].filter(([key]) => key !== '/move' && key !== 'moved'));
    back.set('moved', String(id));
    redirect(303, `${url.pathname}?${back}`);
  },
};
