import { wanIn } from '#projects/form.ts';
import { alikeTo } from '#projects/read-alike.server.ts';
import { familyOf } from '#projects/read-family.server.ts';
import { projectNumbered } from '#projects/read-row.server.ts';
import { mergeProjects } from '#projects/write-merge.server.ts';
import { splitProject } from '#projects/write-split.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { doHere, doneHere, projectHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params: { id }, url }) =>
  locals.database.inTransaction(locals.actor, async (tx) => {
    const project = await projectHere(tx, locals, id);
    const alike = await alikeTo(tx, locals.actor, { ...project, zone: project.zoneCode, except: id });
    const family = await familyOf(tx, locals.actor, id);
    const apart = alike.filter((one) => !family.some((other) => other.id === one.id));
    return { project, family, alike: project.may.work ? apart : [], done: doneHere(url) };
  });

const places = [1, 2, 3];

export const actions: Actions = {
  split: async ({ request, locals, params: { id } }) => {
    const typed = await sentTexts(request);
    const part = (place: number) => ({
      nameZh: typed[`name-${place}`] ?? '',
      amount: wanIn(typed[`amount-${place}`] ?? ''),
    });
    const isSaid = (place: number) => [typed[`name-${place}`], typed[`amount-${place}`]].some((text) => text?.trim());
    const input = { id, reason: typed['reason'] ?? '', parts: places.filter(isSaid).map(part), now: locals.now() };
    const asked = { form: 'split', typed, id };
    return doHere(locals, asked, {
      done: 'split',
      page: '/family',
      verb: (tx, actor) => splitProject(tx, actor, input),
    });
  },
  merge: async ({ request, locals, params: { id } }) => {
    const typed = await sentTexts(request);
    const { into = '', reason = '' } = typed;
    const { actor, database } = locals;
    const to = (await database.inTransaction(actor, (tx) => projectNumbered(tx, actor, into)))?.id ?? 0;
    const input = { id, into: to, reason, now: locals.now() };
    // The record itself leads to the one it has become.
    const asked = { form: 'merge', typed, id: to };
    return doHere(locals, asked, { done: 'merged', page: '/family', verb: (tx) => mergeProjects(tx, actor, input) });
  },
};
