import { fail, redirect } from '@sveltejs/kit';
import { needNames } from '#projects/gates.ts';
import { stages } from '#projects/project.ts';
import { stageTable } from '#projects/read-stages.server.ts';
import { saveStages, type StagesInput } from '#projects/write-stages.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => ({
  stages: await database.inTransaction(actor, stageTable),
  isSaved: url.searchParams.has('saved'),
});

/** What the form says of each stage; what is no number becomes one that the verb refuses. */
function rulesOf(form: FormData): StagesInput {
  const daysOf = (text: string) => (text.trim() === '' ? null : Number(text));
  const entries = stages.map((stage) => {
    const asked = form.getAll(`needs-${stage}`);
    const usualDays = daysOf(String(form.get(`days-${stage}`) ?? ''));
    return [stage, { usualDays, needs: needNames.filter((need) => asked.includes(need)) }] as const;
  });
  return Object.fromEntries(entries);
}

export const actions: Actions = {
  default: async ({ request, locals: { actor, database, now }, url }) => {
    const rules = rulesOf(await request.formData());
    const outcome = await database.allOrNothing(actor, (tx) => saveStages(tx, actor, { rules, now: now() }));
    return outcome.ok ? redirect(303, `${url.pathname}?saved`) : fail(422, { problems: outcome.problems, rules });
  },
};
