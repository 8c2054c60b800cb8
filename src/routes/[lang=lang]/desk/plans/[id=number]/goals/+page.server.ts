import { splitAdjustment } from '#plans/adjustment.ts';
import { goalsOfPlan } from '#plans/read-goals.server.ts';
import { instructionChoices } from '#plans/read-instructions.server.ts';
import { moveGoal, removeGoal, saveGoal } from '#plans/write-goals.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { doHere, doneHere, numberSent, planHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const found = await planHere(page, async (tx, { id, zoneCode }) => ({
    goals: await goalsOfPlan(tx, id),
    instructions: await instructionChoices(tx, zoneCode),
  }));
  return { ...found, done: doneHere(page.url) };
};

const page = '/goals';

export const actions: Actions = {
  save: async (event) => {
    const typed = await sentTexts(event.request);
    const { fields, adjustment } = splitAdjustment(typed);
    const { goal, ...said } = fields;
    const asked = { fields: said, adjustment, ...(goal !== undefined && { goal: numberSent(goal) }) };
    return doHere(event, { done: 'change', page, typed }, (tx, actor, plan) => saveGoal(tx, actor, { plan, ...asked }));
  },
  remove: async (event) => {
    const typed = await sentTexts(event.request);
    const { fields, adjustment } = splitAdjustment(typed);
    const goal = numberSent(fields['goal']);
    return doHere(event, { done: 'remove', page, typed }, (tx, actor, plan) =>
      removeGoal(tx, actor, { plan, goal, adjustment }),
    );
  },
  move: async (event) => {
    const { goal, to } = await sentTexts(event.request);
    const asked = { goal: numberSent(goal), to: to === 'up' ? ('up' as const) : ('down' as const) };
    return doHere(event, { done: 'change', page }, (tx, actor, plan) => moveGoal(tx, actor, { plan, ...asked }));
  },
};
