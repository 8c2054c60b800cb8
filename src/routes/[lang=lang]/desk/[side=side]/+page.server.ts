import { fail } from '@sveltejs/kit';
import { listWords } from '#language/words/lists.ts';
import { viewsOf } from '#lists/read.server.ts';
import { deleteView, saveView } from '#lists/write.server.ts';
import { listingRow, listingsSeen } from '#listings/desk-list.ts';
import { sidePaths } from '#listings/listing.ts';
import { deskListings } from '#listings/read-desk-list.server.ts';
import { bulkForm, doBulk } from './bulk.server.ts';
import { listFor } from './list.server.ts';
import type { Actions, PageServerLoad } from './$types';

export const load: PageServerLoad = async ({ locals: { actor, database, lang }, params: { side }, url }) =>
  database.inTransaction(actor, async (tx) => {
    const { list, asked } = await listFor(tx, actor, { side, query: url.searchParams });
    const { listings, next, total } = await deskListings(tx, actor, { ...asked, side });
    const page = { rows: listings.map((listing) => listingRow(listing, lang)), total, ...(next && { next }) };
    const { all, zones } = listingsSeen(actor);
    return { side, list, asked, page, views: await viewsOf(tx, actor, list.name), isBroker: all || zones.length > 0 };
  });

const nothing = { problems: [], said: [], refused: [] };

export const actions: Actions = {
  bulk: async ({ request, locals }) => {
    const asked = bulkForm(await request.formData());
    if (!asked.ok) return fail(422, { problems: asked.problems });
    const { did, refused } = await doBulk(locals, asked.value);
    return { problems: [], said: did.length > 0 ? [{ says: listWords.did(did.length) }] : [], refused };
  },
  saveView: async ({ request, locals: { actor, database }, params: { side } }) => {
    const form = await request.formData();
    const input = { list: sidePaths[side], name: form.get('name'), query: form.get('query') };
    const outcome = await database.allOrNothing(actor, (tx) => saveView(tx, actor, input));
    return outcome.ok ? nothing : fail(422, { problems: outcome.problems });
  },
  deleteView: async ({ request, locals: { actor, database } }) => {
    const id = Number(/^\d{1,15}$/.exec(String((await request.formData()).get('view')))?.[0] ?? 0);
    await database.allOrNothing(actor, (tx) => deleteView(tx, actor, id));
    return nothing;
  },
};
