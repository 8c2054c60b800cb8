import { error, fail, redirect } from '@sveltejs/kit';
import { taskWords as words } from '#language/words/tasks.ts';
import { saidIn, typedTask } from '#tasks/form.ts';
import { formChoices } from '#tasks/read-form.server.ts';
import { contentOf } from '#tasks/read-row.server.ts';
import { taskOf } from '#tasks/read.server.ts';
import { canKeepTask } from '#tasks/task.ts';
import { saveTask } from '#tasks/write-save.server.ts';
import { sentTask, withMoreRows } from '../../save.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, params: { id } }) => {
  const found = await database.inTransaction(actor, async (tx) => {
    const work = await taskOf(tx, actor, id);
    return work && canKeepTask(actor, work) ? { work, choices: await formChoices(tx, work.zoneCode) } : undefined;
  });
  if (!found) error(404, words.notFound[lang]);
  const { work, choices } = found;
  const { row, milestones } = work;
  const reached = milestones.flatMap(({ id: one, doneOn }) =>
    doneOn === null ? [] : [[String(one), doneOn] as const],
  );
  const isOver = row.state === 'done' || row.state === 'cancelled';
  return {
    ...{ id, revision: row.revision, title: row.titleZh, choices, isOver, typed: typedTask(contentOf(work)) },
    reached: Object.fromEntries(reached),
  };
};

export const actions: Actions = {
  default: async ({ request, params: { id }, locals: { actor, database, lang } }) => {
    const { typed, adjustment, wantsRows } = await sentTask(request);
    if (wantsRows) return { problems: [], typed: withMoreRows(typed) };
    const revision = Number(/^\d{1,9}$/.exec(typed.texts['revision'] ?? '')?.[0] ?? 0);
    const input = { id, revision, content: saidIn(typed), adjustment };
    const saved = await database.allOrNothing(actor, (tx) => saveTask(tx, actor, input));
    if (saved.ok) redirect(303, `/${lang}/desk/tasks/${id}?did=save`);
    return fail(saved.problems[0]?.says === words.notFound ? 404 : 422, { problems: saved.problems, typed });
  },
};
