import type { Actor } from '#accounts/actor.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { sentTexts } from '../../../sent.server.ts';
import { doHere, type Typed } from './here.server.ts';
import type { RequestEvent } from './$types';

interface Asked {
  readonly id: number;
  readonly typed: Typed;
  readonly now: Date;
}
type Verb = (tx: Tx, actor: Actor, asked: Asked) => Promise<Outcome<unknown>>;

/** One form of the page: what it is called where it was refused, what is said once it was done, and its verb. */
export const form =
  (name: string, done: string, verb: Verb) =>
  async ({ request, locals, params: { id } }: RequestEvent) => {
    const typed = await sentTexts(request);
    const asked = { id, typed, now: locals.now() };
    return doHere(locals, { form: name, typed, id }, { done, verb: (tx, actor) => verb(tx, actor, asked) });
  };

export const numberIn = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0);
