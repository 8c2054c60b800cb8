import { error, fail, redirect } from '@sveltejs/kit';
import { dateOf } from '#language/dates.ts';
import { saidIn, type TypedTask } from '#tasks/form.ts';
import { formChoices } from '#tasks/read-form.server.ts';
import { canKeepTasks, type NewTask } from '#tasks/task.ts';
import { createTask } from '#tasks/write.server.ts';
import { taskWords } from '#language/words/tasks.ts';
import { ownZones, zoneMeant } from '../../zone-choice.server.ts';
import { sentTask, withMoreRows } from '../save.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang, now }, url }) => {
  const zones = await ownZones(database.db, actor, ['publisher', 'leader']);
  const [only, ...others] = zones;
  const asked = url.searchParams.get('zone') ?? (only && others.length === 0 ? only.code : '');
  if (asked === '') return { zones, zone: undefined, zoneProblems: [] };
  const zone = await zoneMeant(database.db, asked.slice(0, 100));
  if (!zone.ok) return { zones, zone: undefined, zoneProblems: zone.problems };
  if (!canKeepTasks(actor, zone.value)) error(404, taskWords.notYourZone[lang]);
  const choices = await database.inTransaction(actor, (tx) => formChoices(tx, zone.value));
  const texts = { beginsOn: dateOf(now()), reportEvery: 'month', planId: url.searchParams.get('plan') ?? '' };
  const typed: TypedTask = { texts, coUnits: [], milestones: [] };
  return { zones, zone: zone.value, zoneProblems: [], choices, typed };
};

export const actions: Actions = {
  default: async ({ request, url, locals: { actor, database, lang } }) => {
    const { typed, adjustment, wantsRows } = await sentTask(request);
    if (wantsRows) return { problems: [], typed: withMoreRows(typed) };
    const own = await ownZones(database.db, actor, ['publisher', 'leader']);
    const zone = await zoneMeant(database.db, (url.searchParams.get('zone') ?? own[0]?.code ?? '').slice(0, 100));
    if (!zone.ok) return fail(422, { problems: zone.problems, typed });
    const input = { ...saidIn(typed), zone: zone.value, adjustment };
    // The verb reads it by its schema.
    const made = await database.allOrNothing(actor, (tx) => createTask(tx, actor, input as unknown as NewTask));
    if (!made.ok) return fail(422, { problems: made.problems, typed });
    redirect(303, `/${lang}/desk/tasks/${made.value.id}?did=create`);
  },
};
