import { error, fail, redirect } from '@sveltejs/kit';
import { canGive, isOperator } from '#accounts/actor.ts';
import { membershipForm, rolesToGive, zonesOfPeople } from '#accounts/people.ts';
import { personById } from '#accounts/read-people.server.ts';
import { organisationsIn } from '#accounts/read-places.server.ts';
import { resetSecondFactor } from '#accounts/second-factor.server.ts';
import { canBeViewed } from '#accounts/view.ts';
import { beginView } from '#accounts/write-view.server.ts';
import { enableAccount, endSessions, grantMembership, revokeMembership } from '#accounts/write-membership.server.ts';
import { disableAccount } from '#accounts/write.server.ts';
import { peopleWords as words } from '#language/words/people.ts';
import type { Tx } from '#platform/database.server.ts';
import type { Outcome } from '#platform/outcome.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database }, params }) => {
  const found = await database.inTransaction(actor, async (tx) => {
    const person = await personById(tx, actor, Number(params.id));
    return person && { person, organisations: await organisationsIn(tx, person.memberships) };
  });
  if (!found) error(404);
  const { person, organisations } = found;
  return {
    person,
    organisations,
    isOperator: isOperator(actor),
    canView: isOperator(actor) && person.disabledAt === null && canBeViewed(person.memberships),
    zones: zonesOfPeople(actor)?.staff ?? [],
    roles: rolesToGive(actor),
    mayTake: person.memberships.map((membership) => canGive(actor, membership, organisations)),
  };
};

/** Runs a verb on the person of the page, who must be one the actor looks after. */
async function change(
  { locals, params }: RequestEvent,
  verb: (tx: Tx, id: number, email: string) => Promise<Outcome<number>>,
) {
  const { actor, database } = locals;
  const outcome = await database.allOrNothing(actor, async (tx) => {
    const person = await personById(tx, actor, Number(params.id));
    if (!person) error(404);
    return verb(tx, person.id, person.email);
  });
  return outcome.ok ? { done: true, problems: [] } : fail(422, { done: false, problems: outcome.problems });
}

/** For what cannot be taken back: done once the box beside the button is ticked. */
async function confirmed(event: RequestEvent, field: string, verb: Parameters<typeof change>[1]) {
  const isConfirmed = (await event.request.formData()).get(field) === 'yes';
  return isConfirmed
    ? change(event, verb)
    : fail(422, { done: false, problems: [{ field, says: words.notConfirmed }] });
}

async function resetFactor({ locals: { actor, gate } }: RequestEvent, tx: Tx, { email }: { email: string }) {
  return resetSecondFactor(tx, actor, { email, site: gate });
}

async function view(event: RequestEvent) {
  const { actor, lang, now, signedIn } = event.locals;
  const reason = String((await event.request.formData()).get('reason') ?? '').slice(0, 1_000);
  const asked = { session: signedIn?.session ?? 0, reason, now: now() };
  const answer = await change(event, async (tx, accountId) => {
    const begun = await beginView(tx, actor, { ...asked, accountId });
    return begun.ok ? { ok: true, value: accountId } : begun;
  });
  if ('done' in answer) redirect(303, `/${lang}/desk`);
  return answer;
}

async function changeRole(event: RequestEvent, verb: typeof grantMembership) {
  const form = membershipForm.safeParse(Object.fromEntries(await event.request.formData()));
  if (!form.success) return fail(400, { done: false, problems: [{ says: words.formWrong }] });
  const { actor } = event.locals;
  return change(event, (tx, accountId) => verb(tx, actor, { accountId, membership: form.data }));
}

export const actions: Actions = {
  grant: (event) => changeRole(event, grantMembership),
  revoke: (event) => changeRole(event, revokeMembership),
  disable: (event) => change(event, (tx, _, email) => disableAccount(tx, event.locals.actor, email)),
  enable: (event) => change(event, (tx, id) => enableAccount(tx, event.locals.actor, id)),
  endSessions: (event) => confirmed(event, 'endAll', (tx, id) => endSessions(tx, event.locals.actor, id)),
  resetFactor: (event) => confirmed(event, 'reset', (tx, id, email) => resetFactor(event, tx, { email })),
  view,
};
