import { fail, redirect } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import { dateOf } from '#language/dates.ts';
import { slipFor } from '#slips/read.server.ts';
import { instructOnSlip } from '#slips/write-instruct.server.ts';
import { keptPaper } from '../../paper.server.ts';
import { dayIn, linesIn, numberIn, writtenIn } from '../form.server.ts';
import type { RequestEvent } from './$types';

/** A leader's word on the slip, with the paper it was given on where there is one. */
export async function instruct({ locals, params: { id }, request }: RequestEvent) {
  const answer = await withReceived(request, (received) => takeIn(locals, id, received));
  const action = 'instruct';
  if ('says' in answer)
    return fail(answer.status, { action, problems: [{ field: 'file', says: answer.says }], typed: {} });
  if (!answer.outcome.ok) return fail(422, { action, problems: answer.outcome.problems, typed: answer.typed });
  redirect(303, `/${locals.lang}/desk/slips/${id}?did`);
}

async function takeIn(locals: App.Locals, id: number, received: Received) {
  const { actor, database, now } = locals;
  const typed: Record<string, string> = Object.fromEntries(received.fields);
  const today = dateOf(now());
  const slip = await database.inTransaction(actor, (tx) => slipFor(tx, actor, { id, today }));
  const paper = await keptPaper(locals, { zone: slip?.zoneCode ?? '', received });
  if (!paper.ok) return { outcome: paper, typed };
  const written = { ...writtenIn(typed), document: paper.value };
  const changed = { until: dayIn(typed['until']), unitId: numberIn(typed['unitId']), demand: linesIn(typed['demand']) };
  const change = { ...changed, difficulty: typed['difficulty'] || null };
  const input = { id, seen: numberIn(typed['seen']) ?? undefined, today, written, change };
  return { outcome: await database.allOrNothing(actor, (tx) => instructOnSlip(tx, actor, input)), typed };
}
