import { error, fail, redirect } from '@sveltejs/kit';
import { itemsOf } from '#importers/read.server.ts';
import { runFor, waitingOf } from '#importers/read-desk.server.ts';
import { itemResults } from '#importers/report.ts';
import { keepWaiting } from '#importers/write-upload.server.ts';
import { importWords } from '#language/words/importers.ts';
import { numberAsked } from '../../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';

const itemsAPage = 100;

export const load: PageServerLoad = async ({ locals: { actor, database }, params, url }) => {
  const after = numberAsked(url, 'after', 9) ?? -1;
  const found = await database.inTransaction(actor, async (tx) => {
    const run = await runFor(tx, actor, params.run);
    if (!run) return undefined;
    const page = { results: itemResults, after, limit: itemsAPage };
    return { run, waiting: await waitingOf(tx, run), items: await itemsOf(tx, run.id, page) };
  });
  if (!found) error(404);
  const waiting = found.waiting.map(({ position, path, page, questions, otherZone }) => ({
    ...{ position, path, title: page.title },
    asks: questions.map(({ field }) => field),
    otherZone: otherZone?.name,
  }));
  const next = found.items.length === itemsAPage ? found.items.at(-1)?.position : undefined;
  return { ...found, waiting, next, kept: numberAsked(url, 'kept', 9) };
};

export const actions: Actions = {
  /** Everything without a question, each in a transaction of its own: one that is refused stays and says why. */
  default: async ({ locals: { actor, database, lang }, params }) => {
    const waiting = await database.inTransaction(actor, async (tx) => {
      const run = await runFor(tx, actor, params.run);
      return run && waitingOf(tx, run);
    });
    if (!waiting) return fail(404, { problems: [{ says: importWords.desk.notFound }] });
    let kept = 0;
    for (const { position } of waiting.filter(({ questions }) => questions.length === 0)) {
      const page = { run: params.run, position, said: {} };
      const outcome = await database.allOrNothing(actor, (tx) => keepWaiting(tx, actor, page));
      if (outcome.ok) kept += 1;
    }
    redirect(303, `/${lang}/desk/imports/${params.run}?kept=${kept}`);
  },
};
