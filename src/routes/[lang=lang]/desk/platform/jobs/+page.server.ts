import { fail } from '@sveltejs/kit';
import { z } from 'zod';
import { jobWords as words } from '#language/words/jobs.ts';
import { jobListFrom } from '#operations/job.ts';
import { jobCounts, jobsIn, jobsPerPage, schedules, workerSeen } from '#operations/read-jobs.server.ts';
import { discardJob, retryJob } from '#operations/write-jobs.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) => {
  const list = jobListFrom(url.searchParams.get('list')) ?? 'failed';
  const after = url.searchParams.get('after') ?? undefined;
  return database.inTransaction(actor, async (tx) => {
    const jobs = await jobsIn(tx, actor, { list, after });
    return {
      list,
      jobs,
      next: jobs.length === jobsPerPage ? jobs.at(-1)?.cursor : undefined,
      counts: await jobCounts(tx, actor),
      schedules: await schedules(tx, actor, now()),
      hasWorker: (await workerSeen(tx)) !== undefined,
    };
  });
};

const form = z.object({ id: z.uuid() });

function changing(verb: typeof retryJob, says: { zh: string; en: string }): NonNullable<Actions[string]> {
  return async ({ request, locals: { actor, database } }) => {
    const sent = form.safeParse(Object.fromEntries(await request.formData()));
    if (!sent.success) return fail(400, { problems: [{ says: words.formWrong }] });
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, sent.data.id));
    return outcome.ok ? { says } : fail(422, { problems: outcome.problems });
  };
}

export const actions: Actions = {
  retry: changing(retryJob, words.retried),
  discard: changing(discardJob, words.wasDiscarded),
};
