import { fail } from '@sveltejs/kit';
import { isOperator } from '#accounts/actor.ts';
import { invitationSchema } from '#accounts/invitation.ts';
import { membershipForm, rolesToGive, zonesOfPeople } from '#accounts/people.ts';
import { listInvitations } from '#accounts/read-invitation.server.ts';
import { inviteMember, revokeInvitation } from '#accounts/write-invitation.server.ts';
import { peopleWords as words } from '#language/words/people.ts';
import { numberAsked } from '../../../../number-asked.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, now }, url }) => {
  const before = numberAsked(url, 'before');
  const asked = { now: now(), ...(before !== undefined && { before }) };
  const listed = await database.inTransaction(actor, (tx) => listInvitations(tx, actor, asked));
  return {
    ...listed,
    zones: zonesOfPeople(actor)?.staff ?? [],
    roles: rolesToGive(actor),
    isOperator: isOperator(actor),
    // The page of an organisation leads here to have a member of it invited.
    organisation: numberAsked(url, 'organisation'),
  };
};

export const actions: Actions = {
  invite: async ({ request, locals: { actor, database, gate, now } }) => {
    const form = Object.fromEntries(await request.formData());
    const { email, name, lang } = form;
    const typed = {
      email: String(email ?? ''),
      name: String(name ?? ''),
      role: String(form['role']),
      zone: String(form['zone']),
      unit: String(form['unit'] ?? ''),
      organisation: String(form['organisation'] ?? ''),
    };
    const membership = membershipForm.safeParse(form);
    const invitation = invitationSchema.safeParse({ email, name, lang, memberships: [membership.data] });
    if (!invitation.success) return fail(400, { typed, problems: [{ says: words.fieldsWrong }] });
    const sender = { origin: gate.origin, siteName: gate.siteName[invitation.data.lang], now: now() };
    const outcome = await database.allOrNothing(actor, (tx) =>
      inviteMember(tx, actor, { invitation: invitation.data, sender }),
    );
    return outcome.ok ? { link: outcome.value.link, problems: [] } : fail(422, { typed, problems: outcome.problems });
  },
  revoke: async ({ request, locals: { actor, database, now } }) => {
    const id = Number((await request.formData()).get('id'));
    if (!Number.isSafeInteger(id)) return fail(400, { problems: [{ says: words.fieldsWrong }] });
    const outcome = await database.allOrNothing(actor, (tx) => revokeInvitation(tx, actor, { id, now: now() }));
    return outcome.ok ? { revoked: true, problems: [] } : fail(422, { problems: outcome.problems });
  },
};
