import { canRecordInstruction } from '#instructions/instruction.ts';
import { instructionsFor } from '#slips/read-instructions.server.ts';
import { zonesOfSlips } from '#slips/slip.ts';
import { numberIn } from '../slips/form.server.ts';
import type { PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, url }) => {
  const q = (url.searchParams.get('q') ?? '').replaceAll('\u0000', '').slice(0, 100).trim();
  const after = numberIn(url.searchParams.get('after') ?? '') ?? undefined;
  const found = await database.inTransaction(actor, (tx) => instructionsFor(tx, actor, { q, after }));
  const mayRecord = zonesOfSlips(actor)?.some((zone) => canRecordInstruction(actor, zone)) ?? !actor.viewedBy;
  return { ...found, q, mayRecord, did: url.searchParams.has('did') };
};
