import { fail, type RequestEvent } from '@sveltejs/kit';
import { theSystem } from '#accounts/actor.ts';
import { contactsOf } from '#events/read-contacts.server.ts';
import { meetingsOfGuest } from '#events/read-guest-meetings.server.ts';
import { ownRegistration } from '#events/read-registration.server.ts';
import { registrationOf } from '#events/read-token.server.ts';
import { printedCode } from '#events/registration.ts';
import { markContacts } from '#events/write-contacts.server.ts';
import { acceptMeeting, askForMeeting, callOffMeeting, declineMeeting } from '#events/write-meeting.server.ts';
import { changeRegistration, confirmRegistration, withdrawRegistration } from '#events/write-registration.server.ts';
import { registrationWords as words } from '#language/words/registrations.ts';
import type { Tx } from '#platform/database.server.ts';
import { refused, type Outcome } from '#platform/outcome.ts';
import { qrSvg } from '#ui/qr.ts';
import { sentTexts } from '../../../sent.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals, params, setHeaders }) => {
  // The address is a secret of its reader's.
  setHeaders({ 'referrer-policy': 'same-origin', 'cache-control': 'private, no-store' });
  const now = locals.now();
  return locals.database.inTransaction(theSystem, async (tx) => {
    const own = await ownRegistration(tx, params.token);
    if (!own) return { own: undefined };
    const { row, event, placeInLine } = own;
    const { name, organisationName: organisation, role, phone, lang, email, state, code, checkedInAt } = row;
    const desk = `${locals.config.origin}/${locals.lang}/desk/events/${event.id}/check-in?q=${code}`;
    return {
      own: { email, state, placeInLine, checkedInAt, code: printedCode(code), qr: qrSvg(desk) },
      person: { name, organisation, role, phone, lang },
      event,
      hasBegun: event.beginsAt <= now,
      meetings: await meetingsOfGuest(tx, row, now),
      contacts: await contactsOf(tx, row, now),
    };
  });
};

type Own = { readonly id: number; readonly now: Date };
type Verb = (tx: Tx, own: Own, fields: Record<string, string>) => Promise<Outcome<unknown>>;

/** Whoever holds the link does it; a forged one leads to nothing. */
const withLink =
  (done: 'confirmed' | 'saved' | 'withdrawn' | 'asked' | 'answered', verb: Verb) =>
  async ({ locals, params, request }: RequestEvent<{ token: string }>) => {
    const fields = await sentTexts(request);
    const outcome = await locals.database.allOrNothing(theSystem, async (tx) => {
      const id = await registrationOf(tx, params.token);
      return id === undefined ? refused({ says: words.linkWrong }) : verb(tx, { id, now: locals.now() }, fields);
    });
    return outcome.ok ? { done } : fail(422, { problems: outcome.problems, typed: fields });
  };

const number = (text: string | undefined) => (/^[1-9]\d{0,14}$/.test(text ?? '') ? Number(text) : 0);
const ticked = (fields: Record<string, string>) =>
  Object.keys(fields).flatMap((name) => (name.startsWith('met-') ? [number(name.slice(4))] : []));

// A mail program that looks at every link confirms nothing: only the button does.
export const actions: Actions = {
  confirm: withLink('confirmed', (tx, { id, now }) => confirmRegistration(tx, theSystem, { id, now })),
  change: withLink('saved', (tx, own, fields) => changeRegistration(tx, theSystem, { ...own, fields })),
  withdraw: withLink('withdrawn', (tx, { id, now }) => withdrawRegistration(tx, theSystem, { id, now })),
  ask: withLink('asked', (tx, own, fields) => askForMeeting(tx, theSystem, { ...own, fields })),
  accept: withLink('answered', (tx, own, { meeting }) =>
    acceptMeeting(tx, theSystem, { ...own, meeting: number(meeting) }),
  ),
  decline: withLink('answered', (tx, own, { meeting }) =>
    declineMeeting(tx, theSystem, { ...own, meeting: number(meeting) }),
  ),
  callOff: withLink('answered', (tx, own, { meeting }) =>
    callOffMeeting(tx, theSystem, { ...own, meeting: number(meeting) }),
  ),
  contacts: withLink('saved', (tx, own, fields) =>
    markContacts(tx, theSystem, { ...own, organisations: ticked(fields) }),
  ),
};
