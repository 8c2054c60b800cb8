import { fail, redirect } from '@sveltejs/kit';
import { improvementTemplate } from '#indicators/read-improvements.server.ts';
import { plansDefined } from '#indicators/read-choices.server.ts';
import { applyImprovements } from '#indicators/write-improvements.server.ts';
import { indicatorWords } from '#language/words/indicators.ts';
import { splitAdjustment } from '#plans/adjustment.ts';
import { instructionChoices } from '#plans/read-instructions.server.ts';
import { refused } from '#platform/outcome.ts';
import { cellsSent } from '../../cells.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const added = url.searchParams.get('added') ?? '';
    const plans = await plansDefined(tx, actor);
    const chosen = plans.find(({ value }) => value === url.searchParams.get('plan'));
    return {
      plans,
      chosen,
      instructions: chosen?.state === 'in-force' ? await instructionChoices(tx, chosen.zone) : [],
      template: await improvementTemplate(tx),
      added: /^\d{1,4}$/.test(added) ? Number(added) : undefined,
    };
  });

export const actions: Actions = {
  default: async ({ request, locals: { actor, database }, url }) => {
    const typed = cellsSent(await request.formData());
    const { adjustment } = splitAdjustment(typed);
    const plan = url.searchParams.get('plan') ?? '';
    const outcome = await database.allOrNothing(actor, async (tx) => {
      const found = (await plansDefined(tx, actor)).find(({ value }) => value === plan);
      if (!found) return refused({ field: 'plan', says: indicatorWords.noPlan });
      return applyImprovements(tx, actor, { zone: found.zone, plan: Number(found.value), adjustment });
    });
    return outcome.ok
      ? redirect(303, `${url.pathname}?plan=${plan}&added=${outcome.value}`)
      : fail(422, { problems: outcome.problems, typed });
  },
};
