import { error } from '@sveltejs/kit';
import { canKeepFiles } from '#files/file.ts';
import { dateOf } from '#language/dates.ts';
import { slipFor } from '#slips/read.server.ts';
import { answer } from './answer.server.ts';
import { instruct } from './instruct.server.ts';
import { steps } from './steps.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, params: { id }, url }) => {
  const slip = await database.inTransaction(actor, (tx) => slipFor(tx, actor, { id, today: dateOf(now()) }));
  if (!slip) error(404);
  return { slip, hasPaper: canKeepFiles(actor, slip.zoneCode), did: url.searchParams.has('did') };
};

export const actions: Actions = { ...steps, answer: answer(false), solve: answer(true), instruct };
