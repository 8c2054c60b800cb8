import { error, fail, redirect } from '@sveltejs/kit';
import { keepReady } from '#importers/keep-ready.server.ts';
import { itemsOf } from '#importers/read.server.ts';
import { runFor, waitingAPage, waitingOf } from '#importers/read-desk.server.ts';
import { itemResults } from '#importers/report.ts';
import { importWords } from '#language/words/importers.ts';
import { numberAsked } from '../../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';

const itemsAPage = 100;

export const load: PageServerLoad = async ({ locals: { actor, database }, params, url }) => {
  const after = (name: string) => numberAsked(url, name, 9) ?? -1;
  const found = await database.inTransaction(actor, async (tx) => {
    const run = await runFor(tx, actor, params.run);
    if (!run) return undefined;
    const page = { results: itemResults, after: after('after'), limit: itemsAPage };
    const waiting = await waitingOf(tx, run, { after: after('waiting') });
    return { run, waiting, items: await itemsOf(tx, run.id, page) };
  });
  if (!found) error(404);
  const waiting = found.waiting.map(({ position, path, page, questions, otherZone }) => ({
    ...{ position, path, title: page.title },
    asks: questions.map(({ field }) => field),
    otherZone: otherZone?.name,
  }));
  const next = found.items.length === itemsAPage ? found.items.at(-1)?.position : undefined;
  const more = waiting.length === waitingAPage ? waiting.at(-1)?.position : undefined;
  return { ...found, waiting, next, more, kept: numberAsked(url, 'kept', 9) };
};

export const actions: Actions = {
  /** Everything without a question. */
  default: async ({ locals: { actor, database, lang }, params }) => {
    const kept = await keepReady(database, actor, params.run);
    if (kept === undefined) return fail(404, { problems: [{ says: importWords.desk.notFound }] });
    redirect(303, `/${lang}/desk/imports/${params.run}?kept=${kept}`);
  },
};
