import { canRecordInstruction } from '#instructions/instruction.ts';
import { viewsOf } from '#lists/read.server.ts';
import { instructionsFor } from '#slips/read-instructions.server.ts';
import { zonesOfSlips } from '#slips/slip.ts';
import { viewActions } from '../list-views.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, url.searchParams);
    const found = await instructionsFor(tx, actor, asked);
    const mayRecord = zonesOfSlips(actor)?.some((zone) => canRecordInstruction(actor, zone)) ?? !actor.viewedBy;
    const views = await viewsOf(tx, actor, list.name);
    return { ...found, list, asked, views, mayRecord, did: url.searchParams.has('did') };
  });

export const actions: Actions = viewActions('instructions');
