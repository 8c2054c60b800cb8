import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import type { EndReason } from '#connections/state.ts';
import { accept as acceptIt, decline as declineIt } from '#connections/write-answer.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { RequestEvent } from './$types';

type Typed = Readonly<Record<'reason' | 'note', string>>;
type Verb = (tx: Tx, actor: Actor, asked: { id: number; typed: Typed }) => Promise<Outcome<unknown>>;

/** An answer to a proposal, given on the front page; comes back to it, or with why not. */
const answer = (did: 'accept' | 'decline', verb: Verb) => async (event: RequestEvent) => {
  const { actor, database, lang } = event.locals;
  const form = await event.request.formData();
  const text = (name: string) => String(form.get(name) ?? '');
  const id = /^\d{1,15}$/.test(text('connection')) ? Number(text('connection')) : 0;
  const typed = { reason: text('reason'), note: text('note') };
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { id, typed }));
  if (!outcome.ok) return fail(409, { connection: id, problems: outcome.problems, typed });
  redirect(303, `/${lang}/desk?did=${did}`);
};

export const accept = answer('accept', (tx, actor, { id }) => acceptIt(tx, actor, { id }));
export const decline = answer('decline', (tx, actor, { id, typed: { reason, note } }) =>
  // The verb reads it by its schema.
  declineIt(tx, actor, { id, note, reason: reason as Exclude<EndReason, 'silence'> }),
);
