import { error, fail, redirect } from '@sveltejs/kit';
import { runFor, waitingOf } from '#importers/read-desk.server.ts';
import { keepWaiting, leaveOut } from '#importers/write-upload.server.ts';
import { importWords } from '#language/words/importers.ts';
import { timeFrom } from '#news/draft-form.ts';
import { openColumns } from '#news/read-columns.server.ts';
import type { Actions, PageServerLoad } from './$types';

const words = importWords.desk;

/** Pages are counted from one in addresses and from nothing in the database. */
export const load: PageServerLoad = async ({ locals: { actor, database }, params }) => {
  const found = await database.inTransaction(actor, async (tx) => {
    const run = await runFor(tx, actor, params.run);
    const [page] = run ? await waitingOf(tx, run, { only: params.page - 1 }) : [];
    return run && page && { run, page, columns: await openColumns(tx) };
  });
  if (!found) error(404);
  return found;
};

/** What was typed, as it goes back into the form, and as the verb takes it. */
function saidIn(form: FormData) {
  const text = (name: string) => String(form.get(name) ?? '').trim();
  const typed = { ...{ title: text('title'), source: text('source') }, column: text('column'), time: text('time') };
  const publishedAt = timeFrom(typed.time);
  const said = {
    ...{ title: typed.title, inOwnZone: form.has('inOwnZone') },
    ...(typed.source ? { source: typed.source } : {}),
    ...(typed.column ? { column: typed.column } : {}),
    ...(publishedAt ? { publishedAt } : {}),
  };
  return { typed, said, problem: problemIn(typed, publishedAt) };
}

function problemIn({ title, time }: { title: string; time: string }, publishedAt: Date | undefined) {
  if (title === '' || title.length > 300) return { field: 'title', says: words.wrongTitle };
  return time !== '' && !publishedAt ? { field: 'publishedAt', says: words.wrongField } : undefined;
}

export const actions: Actions = {
  keep: async ({ request, locals: { actor, database, lang }, params }) => {
    const { typed, said, problem } = saidIn(await request.formData());
    if (problem) return fail(422, { problems: [problem], typed });
    const page = { run: params.run, position: params.page - 1, said };
    const outcome = await database.allOrNothing(actor, (tx) => keepWaiting(tx, actor, page));
    if (!outcome.ok) return fail(422, { problems: outcome.problems, typed });
    redirect(303, `/${lang}/desk/imports/${params.run}?kept=1`);
  },
  leave: async ({ locals: { actor, database, lang }, params }) => {
    const page = { run: params.run, position: params.page - 1 };
    const outcome = await database.allOrNothing(actor, (tx) => leaveOut(tx, actor, page));
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    redirect(303, `/${lang}/desk/imports/${params.run}`);
  },
};
