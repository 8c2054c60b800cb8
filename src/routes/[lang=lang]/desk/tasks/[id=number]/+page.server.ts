import { error } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { taskDeskWords } from '#language/words/task-desk.ts';
import { taskWords as words } from '#language/words/tasks.ts';
import { instructionsOf } from '#instructions/read.server.ts';
import { slipsOf } from '#slips/read-of.server.ts';
import { evidenceOf, findNeedable, namesAround, reportsOf, standingFor, stepsOf, taskOf } from '#tasks/read.server.ts';
import { stepsFor } from '#tasks/state.ts';
import { canKeepTask, canReport } from '#tasks/task.ts';
import { stepActions } from './steps.server.ts';
import { withFile } from './with-file.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang, now }, params: { id }, url }) => {
  const text = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').toWellFormed().trim().slice(0, 100);
  const found = await database.inTransaction(actor, async (tx) => {
    const work = await taskOf(tx, actor, id);
    if (!work) return undefined;
    const { row, milestones, zoneCode, units } = work;
    const task = { zoneCode, units, state: row.state, doneAskedBy: row.doneAskedBy };
    return {
      ...{ task: row, milestones, names: await namesAround(tx, work) },
      standing: await standingFor(tx, work, dateOf(now())),
      ...{ reports: await reportsOf(tx, id), evidence: await evidenceOf(tx, id), history: await stepsOf(tx, id) },
      slips: await slipsOf(tx, { kind: 'task', id }),
      ...{ steps: stepsFor(actor, task), isKeeper: canKeepTask(actor, work), isReporter: canReport(actor, work) },
      ...{ instructions: await instructionsOf(tx, zoneCode), text, needable: await findNeedable(tx, work, text) },
    };
  });
  if (!found) error(404, words.notFound[lang]);
  const did = url.searchParams.get('did') ?? '';
  const isDid = Object.hasOwn(taskDeskWords.did, did);
  return { ...found, did: isDid ? (did as keyof typeof taskDeskWords.did) : undefined };
};

export const actions: Actions = { ...stepActions, ...withFile };
