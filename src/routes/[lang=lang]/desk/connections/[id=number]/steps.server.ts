import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import type { EndReason } from '#connections/state.ts';
import { confirm, reopen } from '#connections/write-agreement.server.ts';
import { accept, decline, end } from '#connections/write-answer.server.ts';
import { handOver, takeOver } from '#connections/write-broker.server.ts';
import { recordMeeting } from '#connections/write-meeting.server.ts';
import { move, setNextStep, setSubState } from '#connections/write-move.server.ts';
import { propose } from '#connections/write-propose.server.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome, Problem } from '#platform/outcome.ts';
import type { RequestEvent } from './$types';

type Typed = Readonly<Record<string, string>>;
type Verb = (tx: Tx, actor: Actor, asked: { id: number; typed: Typed }) => Promise<Outcome<unknown>>;

/** What a form sent that was refused, so that it stands there again. */
export function refusedForm(problems: readonly Problem[], typed: Typed) {
  const isGone = problems.some(({ field }) => field === 'connection') && problems.length === 1;
  return fail(isGone ? 409 : 422, { problems, typed });
}

/** What a button of the page does; comes back to the page, or with why not and what was typed. */
const button = (verb: Verb) => async (event: RequestEvent) => {
  const { locals, params, request } = event;
  const { actor, database, lang } = locals;
  const typed = typedIn(await request.formData());
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { id: params.id, typed }));
  if (!outcome.ok) return refusedForm(outcome.problems, typed);
  redirect(303, `/${lang}/desk/connections/${params.id}?did`);
};

function typedIn(form: FormData): Typed {
  return Object.fromEntries([...form].flatMap(([key, value]) => (typeof value === 'string' ? [[key, value]] : [])));
}

export const numberIn = (text: string | undefined) => (/^\d{1,15}$/.test(text ?? '') ? Number(text) : 0);

// The verbs read what was typed by their schemas.
const said = ({ reason = '', note = '' }: Typed) => ({ reason: reason as Exclude<EndReason, 'silence'>, note });
const next = ({ nextStep = '', nextStepOn = '' }: Typed) => ({ nextStep, nextStepOn });

export const steps = {
  propose: button((tx, actor, { id, typed }) => propose(tx, actor, { id, note: typed['note'] ?? '' })),
  accept: button((tx, actor, { id }) => accept(tx, actor, { id })),
  decline: button((tx, actor, { id, typed }) => decline(tx, actor, { id, ...said(typed) })),
  end: button((tx, actor, { id, typed }) => end(tx, actor, { id, ...said(typed) })),
  takeOver: button((tx, actor, { id }) => takeOver(tx, actor, { id })),
  handOver: button((tx, actor, { id, typed }) => handOver(tx, actor, { id, to: numberIn(typed['to']) || null })),
  contact: button((tx, actor, { id }) => move(tx, actor, { id, step: 'contact' })),
  negotiate: button((tx, actor, { id }) => move(tx, actor, { id, step: 'negotiate' })),
  subState: button((tx, actor, { id, typed }) => setSubState(tx, actor, { id, subState: typed['subState'] ?? '' })),
  nextStep: button((tx, actor, { id, typed }) => setNextStep(tx, actor, { id, ...next(typed) })),
  meeting: button((tx, actor, { id, typed }) => {
    const { heldOn = '', attendees = '', agreed = '' } = typed;
    return recordMeeting(tx, actor, { id, heldOn, attendees, agreed, ...next(typed) });
  }),
  confirm: button((tx, actor, { id, typed }) =>
    confirm(tx, actor, { id, entry: numberIn(typed['entry']), isNamed: typed['isNamed'] === 'on' }),
  ),
  reopen: button((tx, actor, { id, typed }) => reopen(tx, actor, { id, note: typed['note'] ?? '' })),
};
