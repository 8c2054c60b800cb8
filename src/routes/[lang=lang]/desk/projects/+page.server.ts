import { viewsOf } from '#lists/read.server.ts';
import { projectRow } from '#projects/list.ts';
import { zonesOfProjects } from '#projects/project.ts';
import { projectListFor } from '#projects/read-list-choices.server.ts';
import { deskProjects } from '#projects/read-list.server.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await projectListFor(tx, actor, url.searchParams);
    const { projects, next, total } = await deskProjects(tx, actor, asked);
    const rows = projects.map((one) => projectRow(one, lang));
    const mayAdd = !actor.viewedBy && zonesOfProjects(actor)?.length !== 0;
    const views = await viewsOf(tx, actor, list.name);
    return { list, asked, page: { rows, total, ...(next && { next }) }, views, mayAdd };
  });

export const actions: Actions = viewActions('projects');
