import { fail } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { isTooMany, networkOf } from '#accounts/attempts.server.ts';
import { withReceived, type Received } from '#files/receive.server.ts';
import { dateOf } from '#language/dates.ts';
import { reportLetterWords as words } from '#language/words/report-letters.ts';
import { refused } from '#platform/outcome.ts';
import { mayRenew } from '#tasks/letter.ts';
import { openLetter, owedView } from '#tasks/read-letter.server.ts';
import { mostReportFields, saidIn } from '#tasks/report-form.ts';
import { renewLetter, reportByLetter } from '#tasks/write-letter-report.server.ts';
import { keepEvidenceFiles } from '#tasks/write-files.server.ts';
import { callerOf } from '../../../../caller.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

const longest = 100;

/** Only shows: programs that look through mails open every link. */
export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret of its reader's.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const token = params.token.slice(0, longest);
  const today = dateOf(locals.now());
  const shown = await locals.database.inTransaction(theSystem, async (tx) => {
    const opened = await openLetter(tx, token, locals.now());
    if (opened?.state !== 'open') return { state: opened?.state ?? ('unknown' as const) };
    const { task, actor, expiresAt } = opened;
    const view = { owed: await owedView(tx, task), reader: actor.name, until: dateOf(expiresAt) };
    return { state: opened.state, view };
  });
  return locals.drawn({ ...shown, mayRenew: mayRenew(shown.state), today });
};

export const actions: Actions = {
  report: async (event) => {
    if (await isBusy(event)) return fail(429, { problems: [{ says: words.tooMany }], typed: {} });
    const answer = await withReceived(event.request, (received) => take(event, received), mostReportFields);
    if ('says' in answer)
      return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: answer.typed });
    const { outcome, typed } = answer;
    return outcome.ok ? { changed: outcome.value } : fail(422, { problems: outcome.problems, typed });
  },
  renew: async (event) => {
    const { locals, params } = event;
    if (await isBusy(event)) return fail(429, { problems: [{ says: words.tooMany }], typed: {} });
    const asked = { token: params.token.slice(0, longest), now: locals.now() };
    const frame = { origin: locals.config.origin, site: locals.site.name };
    const outcome = await locals.database.allOrNothing(theSystem, (tx) => renewLetter(tx, { ...asked, ...frame }));
    return outcome.ok ? { isRenewed: true } : fail(422, { problems: outcome.problems, typed: {} });
  },
};

async function take({ locals, params }: RequestEvent, { fields, files: arrived }: Received) {
  const now = locals.now();
  const token = params.token.slice(0, longest);
  const typed = Object.fromEntries(fields);
  const opened = await locals.database.inTransaction(theSystem, (tx) => openLetter(tx, token, now));
  if (opened?.state !== 'open') return { outcome: refused({ says: words.states[opened?.state ?? 'unknown'] }), typed };
  const files = await keepEvidenceFiles(locals, opened.actor, { zone: opened.task.zoneCode, files: arrived });
  if (!files.ok) return { outcome: files, typed };
  const said = saidIn({ fields, files: files.value, today: dateOf(now) });
  return {
    outcome: await locals.database.allOrNothing(theSystem, (tx) => reportByLetter(tx, { token, now, said })),
    typed,
  };
}

async function isBusy(event: RequestEvent): Promise<boolean> {
  const { address, now } = callerOf(event);
  return isTooMany(event.locals.gate.database.db, [{ of: ['report', networkOf(address)], most: 60 }], { now });
}
