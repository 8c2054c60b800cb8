import { listingsOf, listingsToAttach } from '#events/read-listings.server.ts';
import { attachListing, detachListing } from '#events/write-listings.server.ts';
import { sentTexts } from '../../../../sent.server.ts';
import { doHere, doneHere, eventHere } from '../here.server.ts';
import type { Actions, PageServerLoad, RequestEvent } from './$types';

export const load: PageServerLoad = async (page) => {
  const { lang } = page.locals;
  const text = (page.url.searchParams.get('q') ?? '').replaceAll('\u0000', '').toWellFormed().trim().slice(0, 100);
  const found = await eventHere(page, async (tx, { row }) => ({
    attached: await listingsOf(tx, row.id, lang),
    candidates: text === '' ? [] : await listingsToAttach(tx, { zone: row.zoneCode, text, lang }),
  }));
  const ids = new Set(found.attached.map(({ id }) => id));
  const candidates = found.candidates.filter(({ id }) => !ids.has(id));
  return { ...found, candidates, text, done: doneHere(page.url) };
};

const page = '/listings';

async function listingSent({ request }: RequestEvent): Promise<number> {
  const { listing = '' } = await sentTexts(request);
  return /^[1-9]\d{0,14}$/.test(listing) ? Number(listing) : 0;
}

export const actions: Actions = {
  attach: async (event) => {
    const listing = await listingSent(event);
    return doHere(event, { done: 'attach', page }, (tx, actor, id) => attachListing(tx, actor, { event: id, listing }));
  },
  detach: async (event) => {
    const listing = await listingSent(event);
    return doHere(event, { done: 'remove', page }, (tx, actor, id) => detachListing(tx, actor, { event: id, listing }));
  },
};
