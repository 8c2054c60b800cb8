import { fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { isTooMany, networkOf } from '#accounts/attempts.server.ts';
import { withReceived, type Received } from '#files/receive.server.ts';
import { dateOf } from '#language/dates.ts';
import { slipLetterWords as words } from '#language/words/slip-letters.ts';
import { refused } from '#platform/outcome.ts';
import { askedSlip, openSlipLetter } from '#slips/read-letter.server.ts';
import { answerByLetter, renewSlipLetter } from '#slips/write-letter-answer.server.ts';
import { mayRenew } from '#tasks/letter.ts';
import { saidIn } from '#tasks/report-form.ts';
import { keepEvidenceFiles } from '#tasks/write-files.server.ts';
import { callerOf } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const longest = 100;

/** Only shows: programs that look through mails open every link. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret of its reader's.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const shown = await locals.database.inTransaction(theSystem, async (tx) => {
    const opened = await openSlipLetter(tx, params.token.slice(0, longest), locals.now());
    if (opened?.state !== 'open') return { state: opened?.state ?? ('unknown' as const) };
    const { slip, actor, expiresAt } = opened;
    const view = { slip: await askedSlip(tx, slip), reader: actor.name, until: dateOf(expiresAt) };
    return { state: opened.state, view };
  });
  return locals.drawn({ ...shown, mayRenew: mayRenew(shown.state) });
};

export const actions: Actions = {
  answer: (event) => answer(event, false),
  solve: (event) => answer(event, true),
  renew: async (event) => {
    const { locals, params } = event;
    if (await isBusy(event)) return fail(429, { problems: [{ says: words.tooMany }], typed: {} });
    const frame = { now: locals.now(), origin: locals.config.origin, site: locals.site.name };
    const asked = { token: params.token.slice(0, longest), frame };
    const outcome = await locals.database.allOrNothing(theSystem, (tx) => renewSlipLetter(tx, asked));
    return outcome.ok ? { isRenewed: true } : fail(422, { problems: outcome.problems, typed: {} });
  },
};

async function answer(event: RequestEvent, isSolved: boolean) {
  if (await isBusy(event)) return fail(429, { problems: [{ says: words.tooMany }], typed: {} });
  const taken = await withReceived(event.request, (received) => take(event, received, isSolved));
  if ('says' in taken)
    return fail(taken.status, { problems: [{ field: 'file', says: taken.says }], typed: taken.typed });
  const { outcome, typed } = taken;
  return outcome.ok ? { answered: outcome.value } : fail(422, { problems: outcome.problems, typed });
}

async function take({ locals, params }: RequestEvent, { fields, files: arrived }: Received, isSolved: boolean) {
  const now = locals.now();
  const token = params.token.slice(0, longest);
  const typed = Object.fromEntries(fields);
  const opened = await locals.database.inTransaction(theSystem, (tx) => openSlipLetter(tx, token, now));
  if (opened?.state !== 'open') return { outcome: refused({ says: words.states[opened?.state ?? 'unknown'] }), typed };
  const files = await keepEvidenceFiles(locals, opened.actor, { zone: opened.slip.zoneCode, files: arrived });
  if (!files.ok) return { outcome: files, typed };
  const { body: note, evidence } = saidIn({ fields, files: files.value, today: dateOf(now) });
  const said = { note, until: fields.get('until') ?? '', evidence };
  const verb = { token, now, said, isSolved };
  return { outcome: await locals.database.allOrNothing(theSystem, (tx) => answerByLetter(tx, verb)), typed };
}

async function isBusy(event: RequestEvent): Promise<boolean> {
  const { address, now } = callerOf(event);
  return isTooMany(event.locals.gate.database.db, [{ of: ['report', networkOf(address)], most: 60 }], { now });
}
