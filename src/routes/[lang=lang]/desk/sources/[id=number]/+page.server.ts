import { error, fail, redirect } from '@sveltejs/kit';
import { sourceWords as words } from '#language/words/sources.ts';
import { openColumns } from '#news/read-columns.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { entriesAPage, entriesOf, sourceFor } from '#sources/read.server.ts';
import { canLetPublish } from '#sources/source.ts';
import { changeSource, lookNow, pauseSource, removeSource, resumeSource } from '#sources/write.server.ts';
import { sourceInputFrom, typedSource } from '../source-form.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

type Done = keyof typeof words.done;

export const load: PageServerLoad = async ({ locals: { actor, database }, params, url }) => {
  const id = params.id;
  const found = await database.inTransaction(actor, async (tx) => {
    const source = await sourceFor(tx, actor, id);
    return (
      source && { source, entries: await entriesOf(tx, id, before(url)), columns: await openColumns(tx, source.column) }
    );
  });
  if (!found) error(404);
  const { source, entries, columns } = found;
  const next = entries.length === entriesAPage ? entries.at(-1) : undefined;
  const done = url.searchParams.get('done') ?? '';
  return {
    ...{ source, entries, columns },
    next: next && { at: next.seenAt.toISOString(), address: next.address },
    done: done in words.done ? (done as Done) : undefined,
    mayPublish: canLetPublish(actor, source.zone.code),
  };
};

function before(url: URL) {
  const at = new Date(url.searchParams.get('at') ?? '');
  const address = url.searchParams.get('before') ?? '';
  return Number.isNaN(at.getTime()) ? undefined : { at, address };
}

type Verb = (tx: Tx, actor: App.Locals['actor'], id: number) => Promise<Outcome<unknown>>;

/** A button: does what it says and comes back with the sentence about it. */
const button =
  (done: Done, verb: Verb) =>
  async ({ locals: { actor, database, lang }, params }: RequestEvent) => {
    const id = params.id;
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, id));
    if (!outcome.ok) return fail(422, { problems: outcome.problems });
    redirect(303, `/${lang}/desk/sources${done === 'remove' ? '' : `/${id}`}?done=${done}`);
  };

export const actions: Actions = {
  look: button('look', lookNow),
  pause: button('pause', pauseSource),
  resume: button('resume', resumeSource),
  remove: button('remove', removeSource),
  change: async (event) => {
    const { actor, database } = event.locals;
    const id = event.params.id;
    const typed = await typedSource(event.request);
    const source = await database.inTransaction(actor, (tx) => sourceFor(tx, actor, id));
    if (!typed || !source) return fail(400, { problems: [{ says: source ? words.formWrong : words.notFound }] });
    const input = await sourceInputFrom(database.db, typed, source.zone.code);
    if (!input.ok) return fail(422, { problems: input.problems, typed });
    const changed = await button('change', (tx, asks) => changeSource(tx, asks, { id, input: input.value }))(event);
    return fail(422, { ...changed.data, typed });
  },
};
