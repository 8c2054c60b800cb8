import { error, fail } from '@sveltejs/kit';
import { withReceived, type Received } from '#files/receive.server.ts';
import { dateOf } from '#language/dates.ts';
import { refused } from '#platform/outcome.ts';
import { owedView } from '#tasks/read-letter.server.ts';
import { reportedTask } from '#tasks/read-reported.server.ts';
import { whyNotReport } from '#tasks/report.ts';
import { mostReportFields, saidIn } from '#tasks/report-form.ts';
import { reportAndShow } from '#tasks/write-report-shown.server.ts';
import { keepEvidenceFiles } from '#tasks/write-files.server.ts';
import { reportWords as words } from '#language/words/reports.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (event) => {
  const { locals } = event;
  const found = await locals.database.inTransaction(locals.actor, async (tx) => {
    const task = await reportedTask(tx, event.params.id);
    return task && { task, owed: await owedView(tx, task) };
  });
  const why = found && whyNotReport(reporterOf(event), found.task);
  if (!found || why?.says === words.noTask) error(404);
  return { owed: found.owed, why: why?.says, today: dateOf(locals.now()) };
};

export const actions: Actions = {
  default: async (event) => {
    const answer = await withReceived(event.request, (received) => take(event, received), mostReportFields);
    if ('says' in answer)
      return fail(answer.status, { problems: [{ field: 'file', says: answer.says }], typed: answer.typed });
    const { outcome, typed } = answer;
    return outcome.ok ? { changed: outcome.value } : fail(422, { problems: outcome.problems, typed });
  },
};

const reporterOf = ({ locals: { actor, now } }: RequestEvent | Parameters<PageServerLoad>[0]) =>
  ({ actor, via: 'desk', today: dateOf(now()) }) as const;

async function take(event: RequestEvent, { fields, files: arrived }: Received) {
  const { locals, params } = event;
  const typed = Object.fromEntries(fields);
  const task = await locals.database.inTransaction(locals.actor, (tx) => reportedTask(tx, params.id));
  const why = task ? whyNotReport(reporterOf(event), task) : { says: words.noTask };
  if (!task || why) return { outcome: refused(why ?? { says: words.noTask }), typed };
  const files = await keepEvidenceFiles(locals, locals.actor, { zone: task.zoneCode, files: arrived });
  if (!files.ok) return { outcome: files, typed };
  const said = saidIn({ fields, files: files.value, today: dateOf(locals.now()) });
  const report = { task: params.id, ...said };
  const reporter = reporterOf(event);
  return {
    outcome: await locals.database.allOrNothing(locals.actor, (tx) => reportAndShow(tx, reporter, report)),
    typed,
  };
}
