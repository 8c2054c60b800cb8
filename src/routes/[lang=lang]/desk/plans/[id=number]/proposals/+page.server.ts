import { fail, redirect } from '@sveltejs/kit';
import { splitAdjustment } from '#plans/adjustment.ts';
import { instructionChoices } from '#plans/read-instructions.server.ts';
import { openProposals, unitChoices } from '#proposals/read.server.ts';
import { acceptProposals, declineProposals, editProposal } from '#proposals/write.server.ts';
import { proposeFromText } from '#proposals/write-reading.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { numberSent, planHere } from '../here.server.ts';
import { chosenIn, didHere, editSent, readSent } from './sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const found = await planHere(page, async (tx, { id, zoneCode }) => ({
    ...(await openProposals(tx, id)),
    units: await unitChoices(tx, zoneCode),
    instructions: await instructionChoices(tx, zoneCode),
  }));
  return { ...found, did: didHere(page.url) };
};

export const actions: Actions = {
  file: async (event) => {
    const read = await readSent(event);
    if (!read.ok) return fail(read.status, { problems: read.problems, typed: {} });
    redirect(303, `?did=read-${read.value.found}`);
  },
  text: async ({ request, params, locals: { actor, database } }) => {
    const { text = '' } = await sentTexts(request);
    const asked = { plan: params.id, name: '', text, origin: 'text' as const };
    const read = await database.allOrNothing(actor, (tx) => proposeFromText(tx, actor, asked));
    if (!read.ok) return fail(422, { problems: read.problems, typed: { text } });
    redirect(303, `?did=read-${read.value.found}`);
  },
  edit: async ({ request, params, locals: { actor, database } }) => {
    const { id, revision, ...fields } = editSent(await request.formData());
    const asked = { plan: params.id, id: numberSent(id), revision: numberSent(revision), fields };
    const saved = await database.allOrNothing(actor, (tx) => editProposal(tx, actor, asked));
    if (!saved.ok) return fail(422, { problems: saved.problems, typed: {} });
    redirect(303, `?did=saved-1#proposal-${asked.id}`);
  },
  accept: async ({ request, params, locals: { actor, database } }) => {
    const form = await request.formData();
    const { adjustment } = splitAdjustment({
      instruction: textIn(form, 'instruction'),
      reason: textIn(form, 'reason'),
    });
    const asked = { plan: params.id, ids: chosenIn(form), adjustment };
    const done = await database.allOrNothing(actor, (tx) => acceptProposals(tx, actor, asked));
    if (!done.ok) return fail(422, { problems: done.problems, typed: adjustment });
    const { accepted, refused } = done.value;
    if (refused.length === 0) redirect(303, `?did=accepted-${accepted}`);
    return { accepted, refused, problems: refused.flatMap(({ problems }) => problems), typed: adjustment };
  },
  decline: async ({ request, params, locals: { actor, database } }) => {
    const asked = { plan: params.id, ids: chosenIn(await request.formData()) };
    const done = await database.allOrNothing(actor, (tx) => declineProposals(tx, actor, asked));
    if (!done.ok) return fail(422, { problems: done.problems, typed: {} });
    redirect(303, `?did=declined-${done.value.declined}`);
  },
};

function textIn(form: FormData, name: string): string {
  const sent = form.get(name);
  return typeof sent === 'string' ? sent : '';
}
