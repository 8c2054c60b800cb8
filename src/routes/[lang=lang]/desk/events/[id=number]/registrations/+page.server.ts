import { organisationsNamed } from '#events/read-organisations.server.ts';
import { peopleOfEvent, personOfEvent } from '#events/read-people.server.ts';
import { registrationList, registrationRow } from '#events/registration-list.ts';
import { deleteRegistration, settleOrganisation } from '#events/write-desk-registration.server.ts';
import { askedOf } from '#lists/address.ts';
import type { Tx } from '#platform/database.server.ts';
import { numberAsked } from '../../../../../number-asked.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { doHere, doneHere, eventHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const { lang } = page.locals;
  const asked = askedOf(registrationList, page.url.searchParams);
  const one = numberAsked(page.url, 'one');
  const found = await eventHere(page, async (tx, { row }) => {
    const { people, next, total } = await peopleOfEvent(tx, row.id, asked);
    const chosen = one === undefined ? undefined : await personOfEvent(tx, row.id, one);
    const rows = people.map((person) => registrationRow(person, lang));
    return {
      ...{ page: { rows, total, ...(next && { next }) }, chosen },
      isKnown: chosen ? await isKnown(tx, chosen.organisation) : false,
      forgotten: row.keptRegistered === null ? undefined : [row.keptRegistered, row.keptAttended ?? 0],
    };
  });
  return { ...found, list: registrationList, asked, done: doneHere(page.url) };
};

const isKnown = async (tx: Tx, name: string) => (await organisationsNamed(tx, [name])).size > 0;

const page = '/registrations';
const idOf = (text = '') => (/^[1-9]\d{0,14}$/.test(text) ? Number(text) : 0);

export const actions: Actions = {
  settle: async (event) => {
    const { registration, organisation = '' } = await sentTexts(event.request);
    const now = event.locals.now();
    return doHere(event, { done: 'change', page }, (tx, actor, id) =>
      settleOrganisation(tx, actor, { event: id, registration: idOf(registration), name: organisation, now }),
    );
  },
  forget: async (event) => {
    const { registration } = await sentTexts(event.request);
    const now = event.locals.now();
    return doHere(event, { done: 'remove', page }, (tx, actor, id) =>
      deleteRegistration(tx, actor, { event: id, registration: idOf(registration), now }),
    );
  },
};
