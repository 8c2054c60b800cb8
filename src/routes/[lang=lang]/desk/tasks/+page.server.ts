import { fail } from '@sveltejs/kit';
import { viewsOf } from '#lists/read.server.ts';
import { taskRow } from '#tasks/list.ts';
import { taskListFor } from '#tasks/read-choices.server.ts';
import { deskTasks, lightCounts } from '#tasks/read-list.server.ts';
import { canKeepTasks, zonesOfTasks } from '#tasks/task.ts';
import { assignTasks } from '#tasks/write-assign.server.ts';
import { viewActions } from '../list-views.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = ({ locals: { actor, database, lang }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked, choices } = await taskListFor(tx, actor, url.searchParams);
    const { tasks, next, total } = await deskTasks(tx, actor, asked);
    const rows = tasks.map((one) => taskRow(one, lang, asked.filters['group']));
    return {
      ...{ list, asked, units: choices.units, lights: await lightCounts(tx, actor) },
      page: { rows, total, ...(next !== undefined && { next }) },
      views: await viewsOf(tx, actor, list.name),
      isKeeper: zonesOfTasks(actor, canKeepTasks)?.length !== 0,
    };
  });

export const actions: Actions = {
  ...viewActions('tasks'),
  bulk: async ({ request, locals: { actor, database } }) => {
    const form = await request.formData();
    const ids = form.getAll('id').map(String);
    const unit = String(form.get('unit') ?? '');
    const outcome = await database.allOrNothing(actor, (tx) => assignTasks(tx, actor, { ids, unit }));
    return outcome.ok
      ? { problems: [], assigned: outcome.value }
      : fail(422, { problems: outcome.problems, assigned: 0 });
  },
};
