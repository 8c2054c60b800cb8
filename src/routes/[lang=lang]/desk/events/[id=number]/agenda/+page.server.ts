import { overlaps } from '#events/agenda.ts';
import { agendaForDesk } from '#events/read-agenda.server.ts';
import { removeAgendaItem, saveAgendaItem } from '#events/write-agenda.server.ts';
import { numberAsked } from '../../../../../number-asked.ts';
import { doHere, doneHere, eventHere } from '../here.server.ts';
import { itemSent } from './item.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const found = await eventHere(page, async (tx, { row }) => ({
    items: await agendaForDesk(tx, row.id),
    begins: row.beginsAt,
  }));
  const edited = found.items.find(({ id }) => id === numberAsked(page.url, 'edit'));
  return { ...found, edited, overlaps: overlaps(found.items), done: doneHere(page.url) };
};

const page = '/agenda';

type Typed = Awaited<ReturnType<typeof itemSent>>['fields'] & { item: string };

export const actions: Actions = {
  save: async (event) => {
    const { item, fields } = await itemSent(event.request);
    const typed = { ...fields, item: String(item ?? '') };
    return doHere<Typed>(event, { done: 'change', page, typed }, (tx, actor, id) =>
      saveAgendaItem(tx, actor, { event: id, item, fields }),
    );
  },
  remove: async (event) => {
    const { item = 0 } = await itemSent(event.request);
    return doHere<Typed>(event, { done: 'remove', page }, (tx, actor, id) =>
      removeAgendaItem(tx, actor, { event: id, item }),
    );
  },
};
