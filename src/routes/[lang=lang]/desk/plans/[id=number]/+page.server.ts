import { fail, redirect } from '@sveltejs/kit';
import { withReceived } from '#files/receive.server.ts';
import { filesById } from '#files/read.server.ts';
import { splitAdjustment } from '#plans/adjustment.ts';
import { typedPlan } from '#plans/fields.ts';
import { articleChoices } from '#plans/read-articles.server.ts';
import { instructionChoices } from '#plans/read-instructions.server.ts';
import { readinessOf } from '#plans/read-readiness.server.ts';
import { missingBeforeForce } from '#plans/state.ts';
import { attachDocument } from '#plans/write-document.server.ts';
import { closePlan, enforcePlan, removePlan, showPlan } from '#plans/write-state.server.ts';
import { changePlan } from '#plans/write.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import { doHere, doneHere, numberSent, planHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const found = await planHere(page, async (tx, plan) => ({
    kept: typedPlan(plan),
    missing: plan.state === 'draft' ? missingBeforeForce(await readinessOf(tx, plan)) : [],
    articles: await articleChoices(tx, plan.zoneCode, plan.articleId),
    instructions: await instructionChoices(tx, plan.zoneCode),
    document: plan.document && (await filesById(tx, plan.zoneCode, [plan.document])).get(plan.document),
  }));
  return { ...found, done: doneHere(page.url) };
};

export const actions: Actions = {
  save: async (event) => {
    const typed = await sentTexts(event.request);
    const { fields, adjustment } = splitAdjustment(typed);
    const { revision, ...said } = fields;
    const asked = { revision: numberSent(revision), fields: said, adjustment };
    return doHere(event, { done: 'change', typed }, (tx, actor, id) => changePlan(tx, actor, { id, ...asked }));
  },
  enforce: (event) => doHere(event, { done: 'enforce' }, enforcePlan),
  close: async (event) => {
    const { reason = '' } = await sentTexts(event.request);
    return doHere(event, { done: 'close', typed: { closeReason: reason } }, (tx, actor, id) =>
      closePlan(tx, actor, { id, reason }),
    );
  },
  show: (event) => doHere(event, { done: 'show' }, (tx, actor, id) => showPlan(tx, actor, { id, isPublic: true })),
  hide: (event) => doHere(event, { done: 'hide' }, (tx, actor, id) => showPlan(tx, actor, { id, isPublic: false })),
  remove: async ({ locals: { actor, database, lang }, params }) => {
    const outcome = await database.allOrNothing(actor, (tx) => removePlan(tx, actor, params.id));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed: {} });
    redirect(303, `/${lang}/desk/plans`);
  },
  attach: async ({ locals, params, request }) => {
    const { actor, lang } = locals;
    const answer = await withReceived(request, ({ files: [arrived] }) =>
      attachDocument(locals, actor, { id: params.id, arrived }),
    );
    if ('says' in answer) return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: {} });
    if (!answer.ok) return fail(422, { problems: answer.problems, typed: {} });
    redirect(303, `/${lang}/desk/plans/${params.id}?done=attach`);
  },
};
