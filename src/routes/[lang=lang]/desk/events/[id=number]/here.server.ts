import { error, fail, redirect, type RequestEvent } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { eventOfDesk, type KeptEvent } from '#events/read-desk.server.ts';
import { eventDeskWords as words } from '#language/words/event-desk.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';

type Here = Pick<RequestEvent, 'locals'> & { readonly params: { readonly id: number } };

/** The event of this page and what else the page shows of it; another zone's is as if it did not exist. */
export async function eventHere<T extends object>(
  { locals: { actor, database, lang }, params }: Here,
  read: (tx: Tx, event: KeptEvent) => Promise<T>,
) {
  const found = await database.inTransaction(actor, async (tx) => {
    const event = await eventOfDesk(tx, actor, params.id);
    return event && { event, ...(await read(tx, event)) };
  });
  if (!found) error(404, words.notFound[lang]);
  const { event, ...rest } = found;
  const { id, state, title, kind, beginsAt, endsAt, zone, sample } = event;
  return { event: { id, state, title, kind, beginsAt, endsAt, zone, sample }, ...rest };
}

/** What was done last, as the address says it. */
export function doneHere(url: URL): keyof typeof words.done | undefined {
  const done = url.searchParams.get('done') ?? '';
  return Object.hasOwn(words.done, done) ? (done as keyof typeof words.done) : undefined;
}

interface Verb<T> {
  readonly done: string;
  /** Beneath the event; empty for its own page. */
  readonly page?: string;
  readonly typed?: T;
}

/** Does what a form asks for, comes back and says so; or stays with what was typed and what is wrong. */
export async function doHere<T extends object = Record<string, string>>(
  { locals: { actor, database, lang }, params }: Here,
  { done, page = '', typed }: Verb<T>,
  verb: (tx: Tx, actor: Actor, id: number) => Promise<Outcome<unknown>>,
) {
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, params.id));
  if (!outcome.ok)
    return fail(outcome.problems[0]?.says === words.notFound ? 404 : 422, { problems: outcome.problems, typed });
  redirect(303, `/${lang}/desk/events/${params.id}${page}?done=${done}`);
}
