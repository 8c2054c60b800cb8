import { peopleOfEvent } from '#events/read-people.server.ts';
import { registrationList, registrationSheet, registrationSheetRow } from '#events/registration-list.ts';
import { eventPeopleWords as words } from '#language/words/meetings.ts';
import { askedOf } from '#lists/address.ts';
import { sheetAnswer } from '#lists/answer.server.ts';
import { readAll } from '#lists/read-all.ts';
import { eventHere } from '../../here.server.ts';
import type { RequestHandler } from './$types';

/** What the list shows under the same filters, all pages of it. */
export const GET: RequestHandler = async (event) => {
  const { lang } = event.locals;
  const asked = askedOf(registrationList, event.url.searchParams);
  const { people } = await eventHere(event, async (tx, { row }) => ({
    people: await readAll(async (after) => {
      const { people: rows, next } = await peopleOfEvent(tx, row.id, { ...asked, after, limit: 1000 });
      return { rows, next };
    }),
  }));
  const rows = people.map((person) => registrationSheetRow(person, lang));
  const by = { list: registrationList, asked };
  return sheetAnswer(
    { name: words.file, shape: registrationSheet, rows, lang, by },
    event.url.searchParams.get('format'),
  );
};
