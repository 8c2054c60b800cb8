import { meetingsOfEvent, slotsOfEvent } from '#events/read-meetings.server.ts';
import { typedMoment } from '#events/said.ts';
import { closeSlots, openSlots } from '#events/write-slots.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { doHere, doneHere, eventHere } from '../here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const found = await eventHere(page, async (tx, { row }) => ({
    meetings: await meetingsOfEvent(tx, row.id),
    slots: (await slotsOfEvent(tx, row.id)).length,
    tables: row.meetingTables ?? 0,
    usual: {
      ...{ from: typedMoment(row.beginsAt), to: typedMoment(row.endsAt), length: '20', pause: '5' },
      tables: String(row.meetingTables ?? 6),
    },
  }));
  return { ...found, done: doneHere(page.url) };
};

const page = '/meetings';

export const actions: Actions = {
  open: async (event) => {
    const fields = await sentTexts(event.request);
    return doHere(event, { done: 'change', page, typed: fields }, (tx, actor, id) =>
      openSlots(tx, actor, { event: id, fields }),
    );
  },
  close: (event) => doHere(event, { done: 'change', page }, closeSlots),
};
