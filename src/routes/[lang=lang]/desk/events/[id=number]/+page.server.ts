import { typedEvent } from '#events/fields.ts';
import { cancelEvent, changeEvent, publishEvent } from '#events/write.server.ts';
import { projectsOfEvent } from '#projects/read-come-of.server.ts';
import { sentTexts } from '../../../sent.server.ts';
import { doHere, doneHere, eventHere } from './here.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async (page) => {
  const found = await eventHere(page, async (tx, { row }) => ({
    investment: await projectsOfEvent(tx, page.locals.actor, row),
    kept: typedEvent(row),
    cancelledReason: row.cancelledReason,
    isOver: row.endsAt <= page.locals.now(),
  }));
  return { ...found, done: doneHere(page.url) };
};

export const actions: Actions = {
  save: async (event) => {
    const fields = await sentTexts(event.request);
    return doHere(event, { done: 'change', typed: fields }, (tx, actor, id) => changeEvent(tx, actor, { id, fields }));
  },
  publish: (event) => doHere(event, { done: 'publish' }, publishEvent),
  cancel: async (event) => {
    const { reason = '' } = await sentTexts(event.request);
    const now = event.locals.now();
    return doHere(event, { done: 'cancel', typed: { reason } }, (tx, actor, id) =>
      cancelEvent(tx, actor, { id, reason, now }),
    );
  },
};
