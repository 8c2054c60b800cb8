import { fail, redirect } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import { addEvidence, lockToShow } from '#tasks/write-evidence.server.ts';
import { keepEvidenceFiles } from '#tasks/write-files.server.ts';
import type { RequestEvent } from './$types';

/** Evidence: the file is kept first, if one was chosen, and then tied to the task. */
async function evidence({ locals, params: { id }, request }: RequestEvent) {
  const answer = await withReceived(request, (received) => takeIn(locals, id, received));
  const at = 'evidence';
  if ('says' in answer)
    return fail(answer.status, { problems: [{ field: at, says: answer.says }], typed: answer.typed, at });
  if (!answer.outcome.ok) return fail(422, { problems: answer.outcome.problems, typed: answer.typed, at });
  redirect(303, `/${locals.lang}/desk/tasks/${id}?did=evidence`);
}

async function takeIn(locals: App.Locals, id: number, { fields, files }: Received) {
  const { actor, database, config } = locals;
  const typed: Record<string, string> = Object.fromEntries(fields);
  const open = await database.inTransaction(actor, (tx) => lockToShow(tx, actor, id));
  if (!open.ok) return { outcome: open, typed };
  const kept = await keepEvidenceFiles(locals, actor, { zone: open.value.zoneCode, files: files.slice(0, 1) });
  if (!kept.ok) return { outcome: kept, typed };
  const { title = '', address = '' } = typed;
  const [only] = kept.value;
  const file = only && { fileId: only.id, title: title === '' ? only.name.slice(0, 256).toWellFormed() : title };
  const input = { id, title, address, origin: config.origin, ...file };
  return { outcome: await database.allOrNothing(actor, (tx) => addEvidence(tx, actor, input)), typed };
}

export const withFile = { evidence };
