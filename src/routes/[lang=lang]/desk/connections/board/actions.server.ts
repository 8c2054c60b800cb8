import { fail, redirect } from '@sveltejs/kit';
import type { Actor } from '#accounts/actor.ts';
import { boardAddress, boardQuery, buttonSteps, type ButtonStep } from '#connections/board.ts';
import { rankZonesAgain } from '#connections/rank-jobs.server.ts';
import { accept } from '#connections/write-answer.server.ts';
import { connectionBulk, connectionsInBulk, mostConnectionsAtOnce } from '#connections/write-bulk.server.ts';
import { takeOver } from '#connections/write-broker.server.ts';
import { move } from '#connections/write-move.server.ts';
import { propose } from '#connections/write-propose.server.ts';
import { listWords as words } from '#language/words/lists.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome, Problem } from '#platform/outcome.ts';
import type { RequestEvent } from './$types';

type Verb = (tx: Tx, actor: Actor, id: number) => Promise<Outcome<unknown>>;

const verbs: Readonly<Record<ButtonStep, Verb>> = {
  propose: (tx, actor, id) => propose(tx, actor, { id }),
  accept: (tx, actor, id) => accept(tx, actor, { id }),
  contact: (tx, actor, id) => move(tx, actor, { id, step: 'contact' }),
  negotiate: (tx, actor, id) => move(tx, actor, { id, step: 'negotiate' }),
  'take-over': (tx, actor, id) => takeOver(tx, actor, { id }),
};

const nothing = { problems: [] as readonly Problem[], done: 0, refused: [] as readonly Refusal[] };
interface Refusal {
  readonly id: number;
  readonly problems: readonly Problem[];
}

const numberIn = (value: FormDataEntryValue | null) => (/^\d{1,15}$/.test(String(value)) ? Number(value) : 0);

/** One press of a button on a card; comes back to the board as it was asked for, or says why not. */
export async function step({ locals, request, url }: RequestEvent) {
  const { actor, database, lang } = locals;
  const form = await request.formData();
  const asked = buttonSteps.find((one) => one === form.get('step'));
  if (!asked) return fail(422, { ...nothing, problems: [{ says: words.notUnderstood }] });
  const id = numberIn(form.get('id'));
  const outcome = await database.allOrNothing(actor, (tx) => verbs[asked](tx, actor, id));
  if (!outcome.ok) return fail(409, { ...nothing, problems: outcome.problems });
  const back = boardAddress(boardQuery.parse(Object.fromEntries(url.searchParams)));
  redirect(303, `/${lang}/desk/connections/board${back}${back === '' ? '?' : '&'}did`);
}

/** Has what fits in all of the broker's zones worked out anew. */
export async function rank({ locals: { actor, database, lang } }: RequestEvent) {
  const outcome = await database.allOrNothing(actor, (tx) => rankZonesAgain(tx, actor));
  if (!outcome.ok) return fail(403, { ...nothing, problems: outcome.problems });
  redirect(303, `/${lang}/desk/connections/board?ranked`);
}

/** The same with all that were chosen; which of them were refused is told. */
export async function bulk({ locals: { actor, database }, request }: RequestEvent) {
  const form = await request.formData();
  const ids = form.getAll('id').map(numberIn);
  if (ids.length === 0) return fail(422, { ...nothing, problems: [{ says: words.noneSelected }] });
  if (ids.length > mostConnectionsAtOnce) return fail(422, { ...nothing, problems: [{ says: words.tooManySelected }] });
  const action = form.get('action');
  const to = action === 'hand-over' ? { to: numberIn(form.get('to')) || null } : {};
  const input = connectionBulk.safeParse({ action, ...to });
  if (!input.success) return fail(422, { ...nothing, problems: [{ says: words.notUnderstood }] });
  const answers = await connectionsInBulk(database, actor, { ids, input: input.data });
  const refused = answers.flatMap(({ id, outcome }) => (outcome.ok ? [] : [{ id, problems: outcome.problems }]));
  return { ...nothing, done: answers.length - refused.length, refused };
}
