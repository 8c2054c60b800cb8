import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { dateOf } from '#language/dates.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import { assignSlip, planSlip, recheckSlip } from '#slips/write.server.ts';
import type { StepInput } from '#slips/write-step.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import { linesIn, numberIn, whomIn, type Typed } from '../form.server.ts';
import type { RequestEvent } from './$types';

type Verb = (tx: Tx, actor: Actor, asked: StepInput & { typed: Typed }) => Promise<Outcome<unknown>>;

/** What a form of the page does; comes back to the page, or with why not and what was typed. */
const step = (action: string, verb: Verb) => async (event: RequestEvent) => {
  const { locals, params, request } = event;
  const { actor, database, lang, now } = locals;
  const typed = await sentTexts(request);
  const asked = { id: params.id, seen: numberIn(typed['seen']) ?? undefined, today: dateOf(now()), typed };
  const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, asked));
  if (!outcome.ok) return fail(422, { action, problems: outcome.problems, typed });
  redirect(303, `/${lang}/desk/slips/${params.id}?did`);
};

const noteOf = ({ note }: Typed) => linesIn(note);

export const steps = {
  assign: step('assign', (tx, actor, { typed, ...asked }) => assignSlip(tx, actor, { ...asked, to: whomIn(typed) })),
  plan: step('plan', (tx, actor, { typed, ...asked }) =>
    planSlip(tx, actor, { ...asked, plan: { until: typed['until'] ?? '', note: noteOf(typed) } }),
  ),
  pass: step('recheck', (tx, actor, { typed, ...asked }) =>
    recheckSlip(tx, actor, { ...asked, note: noteOf(typed), passed: true }),
  ),
  fail: step('recheck', (tx, actor, { typed, ...asked }) =>
    recheckSlip(tx, actor, { ...asked, note: noteOf(typed), passed: false }),
  ),
};
