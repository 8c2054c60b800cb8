import { fail } from '@sveltejs/kit';
import { arriving, attendance } from '#events/read-people.server.ts';
import { checkIn, undoCheckIn } from '#events/write-desk-registration.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { eventHere } from '../here.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (page) => {
  const text = (page.url.searchParams.get('q') ?? '').replaceAll('\u0000', '').toWellFormed().trim().slice(0, 100);
  const found = await eventHere(page, async (tx, { row }) => ({
    people: await arriving(tx, row.id, text),
    count: await attendance(tx, row.id),
  }));
  return { ...found, text };
};

const atTheDoor =
  (verb: typeof checkIn) =>
  async ({ locals: { actor, database, now }, params, request }: RequestEvent) => {
    const { registration = '' } = await sentTexts(request);
    const of = { event: params.id, registration: /^[1-9]\d{0,14}$/.test(registration) ? Number(registration) : 0 };
    const outcome = await database.allOrNothing(actor, (tx) => verb(tx, actor, { ...of, now: now() }));
    return outcome.ok ? { name: outcome.value.name } : fail(422, { problems: outcome.problems });
  };

export const actions: Actions = {
  checkIn: atTheDoor(checkIn),
  undo: atTheDoor(undoCheckIn),
};
